import { type ErrorKind, isOwnFault } from "#lib/contracts/error-kinds.ts";
import { parseRetryAfter } from "./retry-after.ts";
import { retryDelaySeconds, spread } from "./schedule.ts";
import type { Answer, SendResult } from "./send-result.ts";
import { statusFailure } from "./status-failure.ts";

/**
 * What happens to a delivery after an attempt; `throttled` says that the endpoint's lane slows down, `spendsSchedule`
 * that the attempt counts.
 */
export type Decision =
  | { kind: "delivered" }
  | {
      kind: "retry";
      afterSeconds: number;
      errorKind: ErrorKind;
      throttled: boolean;
      spendsSchedule: boolean;
    }
  | { kind: "exhausted"; errorKind: ErrorKind; throttled: boolean }
  | { kind: "gone"; errorKind: "gone" };

export type DecideInput = {
  result: Pick<SendResult, "response" | "error">;
  /** Counts the attempts that spent the schedule; the first is 1. */
  attemptNumber: number;
  /** Attempts before this one that did not count. */
  ownFaults: number;
  schedule: readonly number[];
  /** Yields 0 to 1. */
  random: () => number;
  now: Date;
};

const slowingStatuses = new Set([429, 502, 503, 504]);
const retryAfterStatuses = new Set([429, 503]);
const maxRetryAfterSeconds = 86_400;
const firstOwnRetrySeconds = 5;
const longestOwnRetrySeconds = 300;
/** More of them, and they count as any failure does: a delivery ends. At the longest wait that is eight hours of them. */
const maxOwnFaults = 100;

/**
 * Decides from one attempt what comes next: 2xx is delivered, 410 ends the endpoint, anything else is retried by
 * the schedule, never earlier than a Retry-After of a 429 or 503 asks (up to 24 h). A fault of ours or of our proxy
 * is retried soon, 5 s doubling up to 5 min, and does not count until there have been a hundred of them.
 */
export function decide(input: DecideInput): Decision {
  const { result, attemptNumber, ownFaults, schedule, random, now } = input;
  const errorKind = errorKindOf(result);
  if (errorKind === null) return { kind: "delivered" };
  if (errorKind === "gone") return { kind: "gone", errorKind };
  const throttled = result.response !== null && slowingStatuses.has(result.response.status);
  if (isOwnFault(errorKind) && ownFaults < maxOwnFaults) {
    const wait = Math.min(firstOwnRetrySeconds * 2 ** ownFaults, longestOwnRetrySeconds);
    return { kind: "retry", afterSeconds: spread(wait, random), errorKind, throttled, spendsSchedule: false };
  }
  const delay = retryDelaySeconds({ schedule, attemptNumber, random });
  if (delay === undefined) return { kind: "exhausted", errorKind, throttled };
  return {
    kind: "retry",
    afterSeconds: Math.max(delay, askedSeconds(result.response, now)),
    errorKind,
    throttled,
    spendsSchedule: true,
  };
}

function errorKindOf({ response, error }: DecideInput["result"]): ErrorKind | null {
  if (response) return statusFailure(response)?.kind ?? null;
  return error?.kind ?? "unknown";
}

/** Seconds that a 429 or 503 asks to wait by Retry-After, at most 24 h; 0 when nothing is asked. */
export function askedSeconds(response: Answer | null, now: Date): number {
  if (!response || !retryAfterStatuses.has(response.status)) return 0;
  const asked = response.headers
    .filter(([name]) => name.toLowerCase() === "retry-after")
    .map(([, value]) => parseRetryAfter(value, now) ?? 0);
  return Math.min(Math.max(0, ...asked), maxRetryAfterSeconds);
}
