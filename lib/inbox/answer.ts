import { setTimeout as delay } from "node:timers/promises";
import { clientAddress } from "../client-address.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { isWithinAllowance } from "./allowance.ts";
import { chooseAnswer } from "./choose-answer.ts";
import { findInbox } from "./find.ts";
import { keepRequest, type Sender } from "./keep-request.ts";
import { holdPlace } from "./places.ts";

/**
 * Answers any request to an inbox's URL as the tenant chose, after keeping it. Unknown URLs are 404, bodies beyond what an
 * event may hold 413, too many at once 429, and more delayed answers than one process holds 503. Never rejects.
 */
export function answerInbox(request: Request, sender: Sender): Promise<Response> {
  return receive(request, sender).catch((error) => {
    // The database is away, or whoever posted hung up half-way.
    log().warn({ err: error }, "an inbox could not take a request");
    return say(503, "The inbox is not available right now.");
  });
}

async function receive(request: Request, sender: Sender): Promise<Response> {
  const url = new URL(request.url);
  const inbox = await findInbox(url.pathname.split("/").at(-1) ?? "");
  if (!inbox) return say(404, "No inbox has this URL.");
  const isKept = isWithinAllowance(inbox.tenantId);
  if (!isKept && sender === "anybody") return say(429, "Too many requests.");
  const body = await readBody(request);
  if (!body) return say(413, "The body is too large.");
  const chosen = chooseAnswer(inbox, url.searchParams);
  const place = chosen.delaySeconds > 0 || chosen.status === 0 ? holdPlace(inbox.tenantId) : undefined;
  const answer = place === null ? { status: 503, delaySeconds: 0 } : chosen;
  const remoteAddress = sender === "worker" ? undefined : clientAddress(request.headers);
  try {
    if (isKept) await keepRequest({ inbox, request, body, answer, remoteAddress, sender });
    await hold(answer, request.signal);
  } finally {
    place?.();
  }
  return place === null ? say(503, "Too many delayed answers at once.") : respond(answer.status);
}

const envelopeBytes = 65_536;
/** Longer than any attempt lasts. */
const silenceSeconds = 31;

/** All of the body, or undefined when it is longer than that of any delivery. */
async function readBody(request: Request): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > env().maxEventBytes + envelopeBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function hold({ status, delaySeconds }: { status: number; delaySeconds: number }, signal: AbortSignal) {
  const seconds = status === 0 ? silenceSeconds : delaySeconds;
  // A sender that hangs up has no use for the answer.
  if (seconds > 0) await delay(seconds * 1_000, undefined, { signal }).catch(() => undefined);
}

function respond(status: number): Response {
  if (status === 0) return say(504, "This inbox does not answer.");
  if (status === 204) return new Response(null, { status, headers: plain });
  return say(status, status < 300 ? "Received by the test inbox." : `The test inbox answers ${status}.`);
}

const plain = {
  "content-type": "text/plain; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
};

function say(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: plain });
}
