import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { waitFor } from "./wait-for.ts";

export type Received = {
  /** The `webhook-id` header: the event's id. */
  id: string | undefined;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  at: Date;
};

export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Wait before answering. */
  delayMs?: number;
  /** Wait for this before answering. */
  until?: Promise<unknown>;
  /** Never answer at all. */
  hang?: true;
  /** Close the connection instead of answering. */
  reset?: true;
  /** After the headers, one byte each so many milliseconds, for ever. */
  dripMs?: number;
};

export type Answering = (request: Received, callNumber: number) => Answer;

/** A real HTTP receiver on a loopback port: it records every request and answers 200, or as it was told. */
export async function createReceiver(answering: Answering = () => ({})): Promise<Receiver> {
  const receiver = new Receiver(answering);
  await receiver.listen();
  return receiver;
}

export class Receiver {
  readonly requests: Received[] = [];
  #answering: Answering;
  readonly #queued: Answer[] = [];
  #read = 0;
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  constructor(answering: Answering) {
    this.#answering = answering;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Answers the coming calls with `answers`, one each, before returning to the standing answer. */
  answerNext(...answers: Answer[]): void {
    this.#queued.push(...answers);
  }

  /** Replaces the standing answer. */
  answerAll(answering: Answering): void {
    this.#answering = answering;
  }

  /** The oldest request not yet handed out, waiting for it if need be. */
  async next(timeoutMs = 10_000): Promise<Received> {
    const request = await waitFor("the receiver's next request", () => this.requests[this.#read], {
      timeoutMs,
    });
    this.#read += 1;
    return request;
  }

  /** All requests so far, once there are at least `count`. */
  async waitFor(count: number, timeoutMs = 10_000): Promise<Received[]> {
    return waitFor(
      `${count} requests at the receiver`,
      () => (this.requests.length >= count ? this.requests : undefined),
      { timeoutMs },
    );
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await read(request).catch(() => undefined);
    if (!received) return;
    this.requests.push(received);
    const answer = this.#queued.shift() ?? this.#answering(received, this.requests.length);
    await respond(response, answer);
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const at = new Date();
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const body = await buffer(request);
  return {
    id: headers["webhook-id"],
    method: request.method ?? "",
    path: request.url ?? "",
    headers,
    body,
    at,
  };
}

async function respond(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.hang) return;
  if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
  await answer.until;
  if (answer.reset) return void response.socket?.resetAndDestroy();
  response.writeHead(answer.status ?? 200, answer.headers);
  if (!answer.dripMs) return void response.end(answer.body ?? "ok");
  const dripping = setInterval(() => response.write("."), answer.dripMs);
  response.once("close", () => clearInterval(dripping));
}
