import fc from "fast-check";
import { expect, test } from "vitest";
import { addCounts, classOf, latencyBoundsMs, percentile } from "#lib/stats/latency-classes.ts";

const durations = fc.array(fc.double({ min: 0, max: 30_000, noNaN: true }), { minLength: 1, maxLength: 200 });

function countsOf(values: readonly number[]): number[] {
  const counts: number[] = [];
  for (const value of values) {
    const index = classOf(value);
    while (counts.length <= index) counts.push(0);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

test("the bounds rise from 1 ms to 30 s", () => {
  expect(latencyBoundsMs).toEqual([...new Set(latencyBoundsMs)].toSorted((a, b) => a - b));
  expect([latencyBoundsMs[0], latencyBoundsMs.at(-1)]).toEqual([1, 30_000]);
});

test("a duration counts in the first class whose bound is not below it", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60_000, noNaN: true }), (duration) => {
      const slow = latencyBoundsMs.findIndex((bound) => duration <= bound);
      expect(classOf(duration)).toBe(slow === -1 ? latencyBoundsMs.length : slow);
    }),
  );
});

test("a percentile lies in the class of the exact one", () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, p) => {
      const sorted = values.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)] ?? 0;
      const estimate = percentile(countsOf(values), p) ?? -1;
      const index = classOf(exact);
      expect(estimate).toBeGreaterThanOrEqual((index === 0 ? 0 : (latencyBoundsMs[index - 1] ?? 0)) - 0.05);
      expect(estimate).toBeLessThanOrEqual((latencyBoundsMs[index] ?? 30_000) + 0.05);
    }),
  );
});

test("percentiles rise with p", () => {
  fc.assert(
    fc.property(durations, (values) => {
      const counts = countsOf(values);
      const found = [0.1, 0.5, 0.9, 0.95, 0.99, 1].map((p) => percentile(counts, p) ?? -1);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
    }),
  );
});

test("nothing counted has no percentile", () => {
  expect(percentile([], 0.5)).toBeNull();
  expect(percentile([0, 0], 0.5)).toBeNull();
});

test("what is longer than the last bound counts as that bound", () => {
  expect(percentile(countsOf([90_000]), 0.5)).toBe(30_000);
});

test("added histograms equal the histogram of all", () => {
  fc.assert(
    fc.property(durations, durations, (left, right) => {
      expect(addCounts(countsOf(left), countsOf(right))).toEqual(countsOf([...left, ...right]));
    }),
  );
});
