import { expect, test } from "vitest";
import type { Claim } from "#lib/deliveries/claim.ts";
import { isTooOld, timeOf } from "#worker/claim-age.ts";

const limits = { leaseMs: 30_000, timeoutMs: 15_000 };

function claimAskedFor(agoMs: number): Claim {
  const claimedAt = new Date("2026-03-01T12:00:00Z");
  return { claimedAt, askedMs: performance.now() - agoMs } as Claim;
}

test("the time is the database's, counted on from the claim, whatever our own clock says", () => {
  const time = timeOf(claimAskedFor(2_000)).getTime();
  expect(time).toBeGreaterThanOrEqual(Date.parse("2026-03-01T12:00:02Z"));
  expect(time).toBeLessThan(Date.parse("2026-03-01T12:00:03Z"));
});

test("a claim is sent while its attempt ends within the lease", () => {
  expect(isTooOld(claimAskedFor(4_000), limits)).toBe(false);
  expect(isTooOld(claimAskedFor(900), { leaseMs: 3_000, timeoutMs: 2_000 })).toBe(false);
});

test("a worker held up for longer sends nothing: another one may have taken over, or the endpoint be gone", () => {
  expect(isTooOld(claimAskedFor(5_500), limits)).toBe(true);
  expect(isTooOld(claimAskedFor(1_100), { leaseMs: 3_000, timeoutMs: 2_000 })).toBe(true);
});
