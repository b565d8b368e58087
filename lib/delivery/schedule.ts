/** Seconds between attempts: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, so ten attempts in 75 h. */
export const defaultSchedule: readonly number[] = [
  5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400,
];

const jitter = 0.1;

export type RetryDelay = { schedule: readonly number[]; attemptNumber: number; random: () => number };

/**
 * Seconds to wait after the failed attempt `attemptNumber` (the first is 1), spread by ±10 % so that failures
 * of one outage do not come back together; undefined when the schedule is spent. `random` yields 0 to 1.
 */
export function retryDelaySeconds({ schedule, attemptNumber, random }: RetryDelay): number | undefined {
  const step = schedule[attemptNumber - 1];
  return step === undefined ? undefined : spread(step, random);
}

/** The given seconds moved by up to ±10 %. */
export function spread(seconds: number, random: () => number): number {
  return seconds * (1 - jitter + 2 * jitter * random());
}
