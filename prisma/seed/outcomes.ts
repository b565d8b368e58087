import type { SendError, SendResult, Timings } from "#lib/delivery/send-result.ts";
import { statusFailure } from "#lib/delivery/status-failure.ts";
import { latency, type Random } from "./random.ts";

/** How a receiver answers at a moment. */
export type Behaviour = (at: Date, random: Random) => SendResult;

type Answering = {
  status: number;
  medianMs: number;
  spread?: number;
  headers?: [string, string][];
  body?: string;
};

const address = "203.0.113.24";

/** Answers with a status after about `medianMs`; over an open connection nine times of ten. */
export function answers({ status, medianMs, spread = 0.45, headers = [], body = "" }: Answering): Behaviour {
  return (at, random) => {
    const response = {
      status,
      headers: [
        ["date", at.toUTCString()],
        ["content-length", String(Buffer.byteLength(body))],
        ...headers,
      ] as [string, string][],
      body: Buffer.from(body),
      truncated: false,
    };
    const timings = timingsOf(random, latency(random, medianMs, spread));
    return { startedAt: at, timings, remoteAddress: address, response, error: statusFailure(response) };
  };
}

export const acceptsJson = (medianMs: number) =>
  answers({
    status: 200,
    medianMs,
    headers: [["content-type", "application/json"]],
    body: '{"received":true}',
  });

export const acceptsSilently = (medianMs: number) => answers({ status: 204, medianMs });

/** Never answers: fails as told after about so many milliseconds, having come so far. */
export function fails(
  error: SendError,
  { afterMs, reached }: { afterMs: number; reached: "nothing" | "address" | "connection" },
): Behaviour {
  return (at, random) => {
    const dnsMs = reached === "nothing" ? null : Math.ceil(latency(random, 6, 0.5));
    const isConnected = reached === "connection";
    const timings = {
      dnsMs,
      connectMs: isConnected ? Math.ceil(latency(random, 24, 0.4)) : null,
      tlsMs: isConnected ? Math.ceil(latency(random, 30, 0.4)) : null,
      firstByteMs: null,
      totalMs: Math.ceil(latency(random, afterMs, 0.02)),
    };
    return {
      startedAt: at,
      timings,
      remoteAddress: reached === "nothing" ? null : address,
      response: null,
      error,
    };
  };
}

/** One behaviour most of the time, others with the given share. */
export function mostly(usual: Behaviour, ...rare: [share: number, behaviour: Behaviour][]): Behaviour {
  return (at, random) => {
    let drawn = random();
    for (const [share, behaviour] of rare) {
      if (drawn < share) return behaviour(at, random);
      drawn -= share;
    }
    return usual(at, random);
  };
}

/** Behaves otherwise within some windows of time. */
export function exceptWithin(
  usual: Behaviour,
  windows: readonly { from: Date; to: Date; behaves: Behaviour }[],
): Behaviour {
  return (at, random) => {
    const window = windows.find(({ from, to }) => at >= from && at < to);
    return (window?.behaves ?? usual)(at, random);
  };
}

function timingsOf(random: Random, answerMs: number): Timings {
  const firstByteMs = Math.max(1, Math.round(answerMs));
  if (random() < 0.9)
    return { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs, totalMs: firstByteMs + 1 };
  const [dnsMs, connectMs, tlsMs] = [5, 22, 28].map((median) => Math.ceil(latency(random, median, 0.5)));
  const opening = (dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0);
  return {
    dnsMs: dnsMs ?? 0,
    connectMs: connectMs ?? 0,
    tlsMs: tlsMs ?? 0,
    firstByteMs,
    totalMs: opening + firstByteMs + 1,
  };
}
