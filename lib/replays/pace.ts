/** What decides how many deliveries a replay may open for one endpoint now. */
export type LanePace = {
  /** Deliveries that may wait in the lane before the replay opens no more. */
  allowance: number;
  /** Deliveries waiting in the lane right now, new events and the replay's own alike; may stop counting above the allowance. */
  due: number;
  maxInFlight: number;
  /** Attempts a second. */
  rateLimit: number | null;
  heldBackBy: HeldBackBy | null;
  /** The circuit breaker lets single probes through. */
  isProbing: boolean;
  /** Since this replay last opened something here. */
  idleSeconds: number;
};

export type HeldBackBy = "pause" | "throttle" | "failures";

/** Deliveries one lane takes from a replay in one step at most. */
export const largestAllowance = 500;
/** Between two steps of a replay. */
export const stepSeconds = 0.5;

/**
 * How many deliveries to open now, and the allowance from now on. The lane is kept just full: the allowance doubles when
 * all of it went out since the last step and halves when most of it did not, so that new events of the endpoint wait
 * behind about a second of the replay, however slow it is. In a lane that new events alone keep full, a few are opened
 * now and then, so that the replay gets its share.
 */
export function paceLane(lane: LanePace): { room: number; allowance: number } {
  const { due, heldBackBy, isProbing } = lane;
  if (heldBackBy !== null) return { room: 0, allowance: lane.allowance };
  const allowance = nextAllowance(lane);
  if (isProbing) return { room: due === 0 ? 1 : 0, allowance };
  if (due >= allowance && lane.idleSeconds >= starvingSeconds)
    return { room: smallestAllowance(lane), allowance };
  return { room: Math.max(0, allowance - due), allowance };
}

/** What a lane may have waiting at first. */
export function firstAllowance({ maxInFlight, rateLimit }: Limits): number {
  return Math.min(maxInFlight, ceiling({ maxInFlight, rateLimit }));
}

type Limits = Pick<LanePace, "maxInFlight" | "rateLimit">;

const starvingSeconds = 5;

function nextAllowance(lane: LanePace): number {
  const { allowance, due } = lane;
  if (due === 0) return Math.min(ceiling(lane), allowance * 2);
  if (due > allowance / 2) return Math.max(smallestAllowance(lane), Math.floor(allowance / 2));
  return Math.min(ceiling(lane), allowance);
}

function smallestAllowance(lane: Limits): number {
  return Math.min(Math.ceil(lane.maxInFlight / 4), ceiling(lane));
}

/** No more than a second of the rate limit. */
function ceiling({ rateLimit }: Limits): number {
  return Math.min(largestAllowance, rateLimit ?? largestAllowance);
}
