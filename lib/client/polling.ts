import type { Delivery } from "../contracts/deliveries.ts";
import { streamState } from "./stream/state.ts";

/** While the stream tells of changes, reading again only mends what it may have lost. */
const safetyMs = 30_000;

/** Reads again every so often; seldom while the stream of changes is open. */
export function pollEvery(ms: number): () => number {
  return () => pauseOf(ms);
}

/** So long until the next reading, or longer while the stream of changes is open. */
export function pauseOf(ms: number): number {
  return streamState() === "open" ? Math.max(ms, safetyMs) : ms;
}

/** Reads again soon while something is under way, and now and then otherwise; a hidden page does not poll. */
export function pollFor(
  deliveries: readonly Pick<Delivery, "status" | "nextAttemptAt">[] | undefined,
): number {
  return pauseOf(deliveries?.some(isMoving) ? movingMs : restingMs);
}

const movingMs = 2_000;
const restingMs = 10_000;
const soonMs = 15_000;

// A retry that is hours away does not change by being watched.
function isMoving({ status, nextAttemptAt }: Pick<Delivery, "status" | "nextAttemptAt">): boolean {
  if (status === "pending" || status === "sending") return true;
  return status === "retrying" && nextAttemptAt !== null && Date.parse(nextAttemptAt) < Date.now() + soonMs;
}
