import type { Delivery } from "../contracts/deliveries.ts";

/** Reads again soon while something is under way, and now and then otherwise; a hidden page does not poll. */
export function pollFor(
  deliveries: readonly Pick<Delivery, "status" | "nextAttemptAt">[] | undefined,
): number {
  return deliveries?.some(isMoving) ? movingMs : restingMs;
}

const movingMs = 2_000;
const restingMs = 10_000;
const soonMs = 15_000;

// A retry that is hours away does not change by being watched.
function isMoving({ status, nextAttemptAt }: Pick<Delivery, "status" | "nextAttemptAt">): boolean {
  if (status === "pending" || status === "sending") return true;
  return status === "retrying" && nextAttemptAt !== null && Date.parse(nextAttemptAt) < Date.now() + soonMs;
}
