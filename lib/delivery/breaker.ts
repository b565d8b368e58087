/**
 * When an endpoint's lane pauses by itself: at least `minimumAttempts` within `windowSeconds` of the first failure, of
 * which at least `failureShare` failed. Then single probes go through, first after `firstGapSeconds`, each failed one
 * doubling the gap up to `longestGapSeconds`; the first that is delivered opens the lane again.
 */
export const breakerPolicy = {
  windowSeconds: 60,
  minimumAttempts: 10,
  failureShare: 0.5,
  firstGapSeconds: 10,
  longestGapSeconds: 600,
} as const;
