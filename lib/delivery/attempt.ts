import { type Connection, closeConnection, openConnection } from "./connection.ts";
import { type Dialled, dial } from "./dial.ts";
import { type Exchanged, exchange } from "./exchange.ts";
import { blockedMessage, checkUrl, type EgressPolicy, isInbox } from "./guard.ts";
import type { Lane, Lanes } from "./lanes.ts";
import type { Lookup } from "./lookup.ts";
import type { ProxyRoute } from "./proxy-gate.ts";
import type { SendError, SendResult } from "./send-result.ts";
import { statusFailure } from "./status-failure.ts";
import { type Stopwatch, startStopwatch } from "./stopwatch.ts";
import { timeoutFailure } from "./timeout-failure.ts";
import { exchangeFailure, HeldUp, unsentFailure } from "./transport-failure.ts";

export type SendRequest = {
  /** The endpoint's id: connections are shared within a lane only. */
  lane: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer;
  /** Covers everything from DNS to the last byte read. */
  timeoutMs: number;
  /** Until when it may begin; without it, whenever it gets there. */
  start?: Start;
};

/** A request begins within `withinMs` of `askedMs`, by `performance.now()`, or of the moment when `confirm` was asked. */
export type Start = {
  askedMs: number;
  withinMs: number;
  /** Whether a request that was long in coming may still begin. */
  confirm: () => Promise<boolean>;
};

export type AttemptSettings = {
  policy: EgressPolicy;
  maxResponseBytes: number;
  idleMs: number;
  lookup: Lookup;
  inboxPort: number | undefined;
  route: ProxyRoute | undefined;
  lanes: Lanes;
};

type Outcome = Pick<SendResult, "remoteAddress" | "response" | "error">;
type Run = AttemptSettings & {
  request: SendRequest;
  url: URL;
  lane: Lane;
  signal: AbortSignal;
  stopwatch: Stopwatch;
};

/**
 * Makes one request within one deadline, over an idle connection of its lane or a new one. It is written at most once:
 * it moves to a new connection only when the idle one had closed before the first byte of it.
 */
export async function performAttempt(request: SendRequest, settings: AttemptSettings): Promise<SendResult> {
  const startedAt = new Date();
  const stopwatch = startStopwatch();
  const checked = checkUrl(request.url, settings.policy);
  if (checked.kind === "blocked") {
    const error: SendError = { kind: "blocked", message: blockedMessage, reason: checked.reason };
    return { startedAt, timings: stopwatch.timings(), remoteAddress: null, response: null, error };
  }
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs);
  const lane = settings.lanes.enter(request.lane, reachOf(checked.url, settings.policy));
  try {
    const { signal } = deadline;
    const outcome = await run({ ...settings, request, url: checked.url, lane, signal, stopwatch });
    return { startedAt, timings: stopwatch.timings(), ...outcome };
  } finally {
    clearTimeout(timer);
    settings.lanes.leave(lane);
  }
}

async function run(attempt: Run): Promise<Outcome> {
  const idle = attempt.lanes.take(attempt.lane);
  if (idle) {
    const exchanged = await exchangeOver(idle, attempt);
    if (exchanged.kind !== "unsent" || attempt.signal.aborted || exchanged.error instanceof HeldUp)
      return outcomeOf(exchanged, idle, attempt);
  }
  const patienceMs = attempt.request.timeoutMs / 4;
  const dialled = await dial(attempt.url, { ...attempt, patienceMs });
  if (dialled.kind === "failed") return unanswered(dialled.error, dialled.remoteAddress, attempt);
  const connection = adopt(dialled, attempt);
  return outcomeOf(await exchangeOver(connection, attempt), connection, attempt);
}

/** An idle connection to an inbox must not serve the rest of its origin, nor the other way round. */
function reachOf(url: URL, policy: EgressPolicy): string {
  return isInbox(url, policy) ? `inbox of ${url.origin}` : url.origin;
}

function adopt({ socket, remoteAddress }: Dialled & { kind: "connected" }, attempt: Run): Connection {
  const { url, lane, lanes, idleMs } = attempt;
  const connection = openConnection({ origin: url.origin, remoteAddress, socket, idleMs });
  socket.once("close", () => lanes.drop(lane, connection));
  return connection;
}

async function exchangeOver(connection: Connection, attempt: Run): Promise<Exchanged> {
  const { request, url, lane, lanes, route } = attempt;
  const { headers, body } = request;
  const latestStartMs = await latestStart(request);
  const exchanged = await exchange(
    connection,
    { path: url.pathname + url.search, headers, body },
    { ...attempt, latestStartMs },
  );
  if (exchanged.kind === "answered") route?.gate.noteService();
  const isReusable = exchanged.kind === "answered" && !exchanged.answer.truncated;
  if (isReusable) lanes.keep(lane, connection);
  else closeConnection(connection);
  return exchanged;
}

/** By `performance.now()`; in the past for what must not begin any more. */
async function latestStart({ start }: SendRequest): Promise<number> {
  if (!start) return Number.POSITIVE_INFINITY;
  const latestMs = start.askedMs + start.withinMs;
  const nowMs = performance.now();
  if (nowMs < latestMs) return latestMs;
  return (await start.confirm()) ? nowMs + start.withinMs : latestMs;
}

function outcomeOf(exchanged: Exchanged, { remoteAddress }: Connection, attempt: Run): Outcome {
  switch (exchanged.kind) {
    case "answered":
      return { remoteAddress, response: exchanged.answer, error: statusFailure(exchanged.answer) };
    case "failed":
      return unanswered(exchangeFailure(exchanged.error), remoteAddress, attempt);
    case "unsent":
      return unanswered(unsentFailure(exchanged.error), remoteAddress, attempt);
  }
}

function unanswered(failure: SendError, remoteAddress: string | null, attempt: Run): Outcome {
  const { signal, stopwatch, request } = attempt;
  const isTimeout = signal.aborted && failure.kind !== "proxy";
  const error = isTimeout ? timeoutFailure(stopwatch.phase, request.timeoutMs) : failure;
  return { remoteAddress, response: null, error };
}
