import { errors } from "undici";
import type { SendError } from "./send-result.ts";

const shortages = new Set(["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "EADDRNOTAVAIL"]);

/** Why no connection could be opened to `target` (address and port). */
export function connectFailure(error: unknown, target: string): SendError {
  const code = codeOf(error);
  if (shortages.has(code))
    return { kind: "unknown", message: "Posthorn could not open a connection", reason: code };
  return { kind: "connect", message: connectMessage(code, target) };
}

/** Why the TLS handshake broke off, before any certificate was judged. */
export function handshakeFailure(error: unknown): SendError {
  return { kind: "tls", message: handshakeMessage(codeOf(error), error) };
}

/** Why a request that was written got no answer, or one that is not HTTP. */
export function exchangeFailure(error: unknown): SendError {
  return { kind: "protocol", message: exchangeMessage(codeOf(error), error) };
}

/** Why not a byte of a request was written over an open connection. */
export function unsentFailure(error: unknown): SendError {
  if (error instanceof HeldUp) return heldUp;
  const isOurs = codeOf(error) === "UND_ERR_INVALID_ARG";
  if (isOurs)
    return { kind: "protocol", message: "the request has a header or path that HTTP does not allow" };
  return { kind: "connect", message: "connection closed before the request could be sent" };
}

function connectMessage(code: string, target: string): string {
  switch (code) {
    case "ECONNREFUSED":
      return `connection refused by ${target}`;
    case "ETIMEDOUT":
    case "ABORT_ERR":
      return `no answer from ${target} to the attempt to connect`;
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `no route to ${target}`;
    case "ECONNRESET":
      return `connection reset by ${target} while connecting`;
    default:
      return `could not connect to ${target} (${code})`;
  }
}

function handshakeMessage(code: string, error: unknown): string {
  switch (code) {
    case "ECONNRESET":
    case "EPIPE":
      return "connection closed during the TLS handshake";
    case "ERR_SSL_WRONG_VERSION_NUMBER":
    case "ERR_SSL_PACKET_LENGTH_TOO_LONG":
      return "the receiver does not speak TLS on this port";
    default:
      return `TLS handshake failed (${hasReason(error) ? error.reason : code})`;
  }
}

function exchangeMessage(code: string, error: unknown): string {
  if (error instanceof EndlessAnswer) return error.message;
  if (error instanceof errors.HTTPParserError) return `the answer is not valid HTTP${parserReason(error)}`;
  if (error instanceof errors.ResponseContentLengthMismatchError)
    return "the answer contradicts its content-length";
  if (error instanceof errors.HeadersOverflowError) return "the headers of the answer are longer than 16 KiB";
  if (error instanceof errors.SocketError) return socketMessages[error.message] ?? closedMessage;
  if (code === "ECONNRESET" || code === "EPIPE") return "connection reset before an answer (request sent)";
  return `connection lost before an answer (request sent, ${code})`;
}

const closedMessage = "connection closed before an answer (request sent)";

const socketMessages: Record<string, string> = {
  "bad response": "the receiver sent an answer that was not asked for",
  "bad upgrade": "the receiver switched protocols instead of answering",
};

function parserReason({ message }: Error): string {
  return / \(.+\)$/.exec(message)?.[0] ?? "";
}

/** The request came so late to be written that it may not be owed any more. */
export class HeldUp extends Error {}

export const heldUp: SendError = {
  kind: "unknown",
  message: "Our worker was held up; nothing was sent.",
};

/** The receiver keeps sending, interim (1xx) answers or filler, and gets no further. */
export class EndlessAnswer extends Error {
  override message = "the receiver kept sending without completing an answer";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "no code";
}

function hasReason(error: unknown): error is { reason: string } {
  return error instanceof Error && "reason" in error && typeof error.reason === "string";
}
