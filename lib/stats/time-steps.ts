import { invalid } from "../errors.ts";
import { bucketMs } from "./buckets.ts";

export type StatsRange = {
  since?: string | undefined;
  until?: string | undefined;
  step?: number | undefined;
};

/** Whole steps from `since` to before `until`, both multiples of the step since 1970 (UTC). */
export type TimeSteps = { since: Date; until: Date; stepMs: number };

const dayMs = 86_400_000;
const maxSteps = 1_000;
const wantedSteps = 60;
const roundStepsMs = [5, 15, 30, 60, 180, 360, 720, 1_440, 10_080].map((minutes) => minutes * 60_000);

/**
 * The steps that cover a range asked for, 24 hours up to now if it is open: outwards to whole steps, about 50 of a round
 * length unless one is given. Throws 422 for a range that ends before it begins or has more than 1,000 steps.
 */
export function timeSteps({ since, until, step }: StatsRange, now: Date): TimeSteps {
  const untilMs = until === undefined ? now.getTime() : Date.parse(until);
  const sinceMs = since === undefined ? untilMs - dayMs : Date.parse(since);
  if (sinceMs >= untilMs) throw invalid("since", "must be before until");
  const stepMs = step === undefined ? roundStep(untilMs - sinceMs) : step * 1_000;
  if ((untilMs - sinceMs) / stepMs > maxSteps) {
    throw invalid("step", `must be long enough for at most ${maxSteps} buckets in this range`);
  }
  return {
    since: new Date(Math.floor(sinceMs / stepMs) * stepMs),
    until: new Date(Math.ceil(untilMs / stepMs) * stepMs),
    stepMs,
  };
}

/** The start of every step, oldest first. */
export function startsOf({ since, until, stepMs }: TimeSteps): Date[] {
  const count = (until.getTime() - since.getTime()) / stepMs;
  return Array.from({ length: count }, (_, index) => new Date(since.getTime() + index * stepMs));
}

function roundStep(rangeMs: number): number {
  const longEnough = roundStepsMs.find((stepMs) => rangeMs / stepMs <= wantedSteps);
  return longEnough ?? Math.ceil(rangeMs / wantedSteps / bucketMs) * bucketMs;
}
