import type { Claim } from "#lib/deliveries/claim.ts";

/** A claim is not sent later than this without another look: meanwhile its endpoint may have been disabled or deleted. */
export const maxAgeMs = 5_000;

/** The time by the database clock, as the claim read it and this process has counted since: our own clock may be wrong. */
export function timeOf(claim: Claim): Date {
  return new Date(claim.claimedAt.getTime() + ageMs(claim));
}

/**
 * Whether a worker was held up so long that it must not send any more: the lease would run out during the attempt, and
 * another worker could send the same delivery at the same time.
 */
export function isTooOld(
  claim: Claim,
  { leaseMs, timeoutMs }: { leaseMs: number; timeoutMs: number },
): boolean {
  return ageMs(claim) > Math.min(maxAgeMs, leaseMs - timeoutMs);
}

function ageMs(claim: Claim): number {
  return performance.now() - claim.askedMs;
}
