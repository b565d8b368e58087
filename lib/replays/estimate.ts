import { largestAllowance, stepSeconds } from "./pace.ts";

/** What one endpoint has to take, and how fast it can. */
export type LaneLoad = {
  count: number;
  maxInFlight: number;
  /** Attempts a second. */
  rateLimit: number | null;
  /** The usual response time; null when nothing is known of it. */
  p50Ms: number | null;
};

/** Deliveries one step opens at most, over all endpoints. */
export const largestBatch = 2_000;

/**
 * Seconds a replay takes: as long as its slowest endpoint at its rate limit, its requests in flight and its usual response
 * time, and no faster than a replay opens. Endpoints work side by side.
 */
export function estimateSeconds(lanes: readonly LaneLoad[]): number {
  const total = lanes.reduce((sum, lane) => sum + lane.count, 0);
  const slowest = lanes.reduce((seconds, lane) => Math.max(seconds, lane.count / perSecond(lane)), 0);
  return Math.ceil(Math.max(slowest, (total * stepSeconds) / largestBatch));
}

const unknownResponseMs = 250;

function perSecond({ maxInFlight, rateLimit, p50Ms }: LaneLoad): number {
  const responseMs = Math.max(1, p50Ms ?? unknownResponseMs);
  return Math.min(
    (maxInFlight * 1_000) / responseMs,
    rateLimit ?? Number.POSITIVE_INFINITY,
    largestAllowance / stepSeconds,
  );
}
