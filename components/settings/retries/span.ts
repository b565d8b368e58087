import { formatCount, formatDuration } from "#components/ui/format.ts";

/** "10 attempts over 3 d 3 h" from waits in seconds. */
export function describeSpan(schedule: readonly number[]): string {
  const total = schedule.reduce((sum, wait) => sum + wait, 0);
  const attempts = formatCount(schedule.length + 1, "attempt");
  return Number.isNaN(total) ? attempts : `${attempts} over ${formatDuration(total * 1000)}`;
}

/** Seconds from the first attempt to each retry, in order; NaN from the first wait on that cannot be read. */
export function elapsedOf(schedule: readonly number[]): number[] {
  let elapsed = 0;
  return schedule.map((wait) => {
    elapsed += wait;
    return elapsed;
  });
}
