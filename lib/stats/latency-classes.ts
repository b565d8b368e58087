/**
 * Upper bounds in milliseconds of the classes that durations are counted in, evenly spaced by logarithm from 1 ms to
 * 30 s, the longest an attempt may take. One more class holds what is longer. Stored histograms depend on their order:
 * append, never insert.
 */
export const latencyBoundsMs: readonly number[] = [
  1, 2, 3, 4, 5, 7, 10, 13, 17, 22, 28, 36, 46, 60, 78, 100, 130, 170, 220, 280, 360, 460, 600, 780, 1_000,
  1_300, 1_700, 2_200, 2_800, 3_600, 4_600, 6_000, 7_800, 10_000, 13_000, 17_000, 22_000, 26_000, 30_000,
];

/** The index of the class a duration in milliseconds counts in: the first whose bound is not below it. */
export function classOf(durationMs: number): number {
  let low = 0;
  let high = latencyBoundsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (durationMs <= upperBound(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The duration in milliseconds that a share `p` (0 to 1) of the counted ones does not exceed, interpolated within its class
 * and rounded to a tenth; null when nothing was counted. `counts` may be shorter than the classes.
 */
export function percentile(counts: readonly number[], p: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = p * total;
  let below = 0;
  for (const [index, count] of counts.entries()) {
    if (count > 0 && below + count >= rank) return within(index, (rank - below) / count);
    below += count;
  }
  return within(
    counts.findLastIndex((count) => count > 0),
    1,
  );
}

/** Adds histograms class by class; the sum is as long as the longer one. */
export function addCounts(left: readonly number[], right: readonly number[]): number[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, index) => (left[index] ?? 0) + (right[index] ?? 0),
  );
}

function within(index: number, share: number): number {
  const lower = index === 0 ? 0 : upperBound(index - 1);
  const upper = upperBound(Math.min(index, latencyBoundsMs.length - 1));
  return Math.round((lower + (upper - lower) * share) * 10) / 10;
}

function upperBound(index: number): number {
  return latencyBoundsMs[index] ?? Number.POSITIVE_INFINITY;
}
