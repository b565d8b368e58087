import type pg from "pg";
import { inTransaction } from "../db.ts";
import { recordHealth } from "../endpoints/record-health.ts";
import { failpoint } from "../failpoint.ts";
import { jobsIn, wakeLanesLater } from "../queue/wake.ts";
import { recordStats } from "../stats/record.ts";
import { type AttemptRow, completeLateAttempts, insertAttempts } from "./insert-attempts.ts";

/** An attempt that is over: what was sent, what came back and what happens next. */
export type Settlement = {
  leaseToken: string;
  eventType: string;
  attempt: AttemptRow;
  next:
    | { kind: "delivered" }
    | { kind: "retry"; afterSeconds: number; spendsSchedule: boolean }
    | { kind: "failed" };
  /** Seconds for which the endpoint's lane should rest, if the answer asks for it. */
  throttleSeconds: number | null;
};

/**
 * Writes finished attempts in one transaction: attempt rows, delivery states, counters, the endpoints' health and the
 * wake-ups of the retries. Where the lease is no longer ours (fenced) the late result goes on the attempt row alone.
 */
export async function settleDeliveries(settlements: readonly Settlement[]): Promise<void> {
  await inTransaction(async (client) => {
    const held = await updateDeliveries(client, settlements);
    const ours = settlements.filter(({ attempt }) => held.has(attempt.deliveryId));
    const late = settlements.filter(({ attempt }) => !held.has(attempt.deliveryId));
    await insertAttempts(
      client,
      ours.map(({ attempt }) => attempt),
    );
    await completeLateAttempts(
      client,
      late.map(({ attempt }) => attempt),
    );
    const openLanes = await recordHealth(client, ours.map(toHealth));
    await wakeLanesLater(jobsIn(client), [...ours.flatMap(toWait), ...openLanes]);
    await recordStats(client, ours.map(toSample));
    failpoint("settle.before-commit");
  });
  failpoint("settle.after-commit");
}

async function updateDeliveries(
  client: pg.PoolClient,
  settlements: readonly Settlement[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>({
    name: "settle-deliveries",
    text: settleStatement,
    values: [
      settlements.map(({ attempt }) => attempt.deliveryId),
      settlements.map(({ leaseToken }) => leaseToken),
      settlements.map(({ next }) => (next.kind === "retry" ? "retrying" : next.kind)),
      settlements.map(({ next }) => (next.kind === "retry" ? next.afterSeconds : null)),
      settlements.map(({ next }) => (next.kind === "retry" && !next.spendsSchedule ? 0 : 1)),
      settlements.map(({ attempt }) => attempt.responseStatus),
      settlements.map(({ attempt }) => attempt.errorKind),
      settlements.map(({ attempt }) => attempt.timings.totalMs),
      settlements.map(({ attempt }) => attempt.endpointId),
    ],
  });
  return new Set(rows.map((row) => row.id));
}

/** A retry of an endpoint that was disabled or deleted in the meantime is canceled instead. */
const settleStatement = `
  UPDATE deliveries
     SET status = outcome.status,
         next_attempt_at = CASE WHEN outcome.status = 'retrying' THEN now() + outcome.after_seconds * interval '1 s' END,
         completed_at = CASE WHEN outcome.status = 'retrying' THEN NULL ELSE now() END,
         schedule_attempts = schedule_attempts + outcome.spends,
         crash_count = CASE WHEN outcome.spends = 1 THEN 0 ELSE crash_count END,
         lease_token = NULL, lease_until = NULL,
         last_response_status = outcome.response_status,
         last_error_kind = outcome.error_kind,
         last_duration_ms = outcome.duration_ms
    FROM (
      SELECT settled.delivery_id, settled.lease_token, settled.after_seconds, settled.spends,
             settled.response_status, settled.error_kind, settled.duration_ms,
             CASE WHEN settled.status = 'retrying' AND (endpoint.state = 'disabled' OR endpoint.deleted_at IS NOT NULL)
                  THEN 'canceled' ELSE settled.status END AS status
        FROM unnest($1::uuid[], $2::uuid[], $3::delivery_status[], $4::float8[], $5::int[], $6::int[], $7::text[], $8::real[], $9::uuid[])
          AS settled (delivery_id, lease_token, status, after_seconds, spends, response_status, error_kind, duration_ms, endpoint_id)
        JOIN endpoints endpoint ON endpoint.id = settled.endpoint_id) AS outcome
   WHERE deliveries.id = outcome.delivery_id AND deliveries.lease_token = outcome.lease_token
     AND deliveries.status = 'sending'
  RETURNING deliveries.id`;

function toSample({ attempt, eventType, next }: Settlement) {
  return {
    tenantId: attempt.tenantId,
    endpointId: attempt.endpointId,
    eventType,
    outcome: next.kind === "retry" ? ("retried" as const) : next.kind,
    durationMs: attempt.timings.totalMs,
  };
}

function toHealth({ attempt, next, throttleSeconds }: Settlement) {
  const failure = next.kind === "delivered" ? null : (attempt.errorMessage ?? "failed");
  return { endpointId: attempt.endpointId, failure, throttleSeconds };
}

function toWait({ attempt, next, throttleSeconds }: Settlement) {
  const waits = throttleSeconds === null ? [] : [throttleSeconds];
  if (next.kind === "retry") waits.push(next.afterSeconds);
  return waits.map((afterSeconds) => ({ endpointId: attempt.endpointId, afterSeconds }));
}
