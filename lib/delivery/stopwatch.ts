import type { Timings } from "./send-result.ts";

/** The steps of an attempt, in order. */
export type Phase = "dns" | "connect" | "tls" | "send" | "headers" | "body";

export type Stopwatch = {
  readonly phase: Phase;
  /** Ends the step under way and starts the next. */
  enter(phase: Phase): void;
  /** Notes the first byte of an answer; of several, the last one counts. */
  firstByte(): void;
  timings(): Timings;
};

/** Measures the steps of one attempt by a clock in milliseconds that never goes back. */
export function startStopwatch(clock: () => number = () => performance.now()): Stopwatch {
  const startedAt = clock();
  const startOf = new Map<Phase, number>();
  const endOf = new Map<Phase, number>();
  let phase: Phase = "dns";
  let firstByteAt: number | undefined;
  return {
    get phase() {
      return phase;
    },
    enter(next) {
      const now = clock();
      if (startOf.has(phase)) endOf.set(phase, now);
      phase = next;
      startOf.set(next, now);
    },
    firstByte() {
      firstByteAt = clock();
    },
    timings: () => ({
      dnsMs: between(startOf.get("dns"), endOf.get("dns")),
      connectMs: between(startOf.get("connect"), endOf.get("connect")),
      tlsMs: between(startOf.get("tls"), endOf.get("tls")),
      firstByteMs: between(startOf.get("send"), startOf.has("body") ? firstByteAt : undefined),
      totalMs: tenths(clock() - startedAt),
    }),
  };
}

function between(start: number | undefined, end: number | undefined): number | null {
  return start === undefined || end === undefined ? null : tenths(end - start);
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
