import type { Claim } from "#lib/deliveries/claim.ts";
import type { SendResult } from "#lib/delivery/send-result.ts";
import { timeOfId } from "#lib/ids.ts";
import { count, observe } from "#lib/metrics.ts";

/** Counts and times an attempt, and how long a delivery waited for its first. */
export function measureAttempt(claim: Claim, { response, error, timings, startedAt }: SendResult): void {
  const result = error?.kind ?? "delivered";
  count("posthorn_attempts_total", { result, status_class: classOf(response?.status) });
  observe("posthorn_attempt_seconds", timings.totalMs / 1_000, { result: error ? "failed" : "delivered" });
  if (claim.attemptNumber > 1) return;
  const waitedMs = startedAt.getTime() - timeOfId(claim.deliveryId).getTime();
  observe("posthorn_first_attempt_delay_seconds", Math.max(0, waitedMs / 1_000));
}

function classOf(status: number | undefined): string {
  return status === undefined ? "none" : `${Math.floor(status / 100)}xx`;
}
