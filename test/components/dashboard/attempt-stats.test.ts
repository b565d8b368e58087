import { expect, test } from "vitest";
import { successShare, successTone } from "#components/dashboard/attempt-stats.ts";

test("no attempts is no success rate, not zero", () => {
  expect(successShare({ delivered: 0, retried: 0, failed: 0 })).toBeNull();
  expect(successShare({ delivered: 0, retried: 1, failed: 0 })).toBe(0);
});

test("attempts that will be retried count as attempts", () => {
  expect(successShare({ delivered: 3, retried: 1, failed: 0 })).toBe(0.75);
});

test.each([
  [null, "plain"],
  [1, "plain"],
  [0.95, "warn"],
  [0.5, "bad"],
] as const)("a share of %s is %s", (share, tone) => {
  expect(successTone(share)).toBe(tone);
});
