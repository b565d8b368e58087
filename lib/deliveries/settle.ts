import type pg from "pg";
import { deliveryChange } from "../changes/change.ts";
import { noteChanges } from "../changes/note.ts";
import { isOwnFault } from "../contracts/error-kinds.ts";
import { inTransaction } from "../db.ts";
import { recordHealth } from "../endpoints/record-health.ts";
import { failpoint } from "../failpoint.ts";
import { jobsIn, wakeLanesLater } from "../queue/wake.ts";
import { recordStats } from "../stats/record.ts";
import {
  type AttemptRow,
  attemptColumns,
  attemptNames,
  attemptsFrom,
  completeLateAttempts,
} from "./insert-attempts.ts";

/** An attempt that is over: what was sent, what came back and what happens next. */
export type Settlement = {
  leaseToken: string;
  applicationId: string;
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
  const settled = await inTransaction(async (client) => {
    const held = await writeOutcomes(client, settlements);
    const ours = settlements.filter(({ attempt }) => held.has(attempt.id));
    const late = settlements.filter(({ attempt }) => !held.has(attempt.id));
    const [openLanes] = await Promise.all([
      recordHealth(client, ours.filter(concernsEndpoint).map(toHealth)),
      recordStats(client, ours.map(toSample)),
      completeLateAttempts(
        client,
        late.map(({ attempt }) => attempt),
      ),
    ]);
    await wakeLanesLater(jobsIn(client), [...ours.flatMap(toWait), ...openLanes]);
    failpoint("settle.before-commit");
    return ours;
  });
  failpoint("settle.after-commit");
  noteChanges(settled.map(toChange));
}

/** Settles the deliveries whose lease is still ours, each with its attempt row; answers with the ids of those attempts. */
async function writeOutcomes(
  client: pg.PoolClient,
  settlements: readonly Settlement[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>({
    name: "settle-deliveries",
    text: settleStatement,
    values: [
      ...attemptColumns(settlements.map(({ attempt }) => attempt)),
      settlements.map(({ leaseToken }) => leaseToken),
      settlements.map(({ next }) => (next.kind === "retry" ? "retrying" : next.kind)),
      settlements.map(({ next }) => (next.kind === "retry" ? next.afterSeconds : null)),
      settlements.map(({ next }) => (next.kind === "retry" && !next.spendsSchedule ? 0 : 1)),
    ],
  });
  return new Set(rows.map((row) => row.id));
}

const outcomeTypes = { lease: "uuid", asked: "delivery_status", after_seconds: "float8", spends: "int" };

/**
 * A retry of an endpoint that was disabled or deleted in the meantime is canceled instead. Written so that deliveries can
 * only be looked up by id: a plan made while a partition was empty would take any other way as well, and stay.
 */
const settleStatement = `
  WITH outcome AS (
    SELECT finished.*,
           CASE WHEN asked = 'retrying' AND (endpoint.state = 'disabled' OR endpoint.deleted_at IS NOT NULL)
                THEN 'canceled' ELSE asked END AS status
      FROM ${attemptsFrom(1, outcomeTypes)}
      JOIN endpoints endpoint ON endpoint.id = finished.endpoint_id
  ), settled AS (
    UPDATE deliveries
       SET status = outcome.status,
           next_attempt_at = CASE WHEN outcome.status = 'retrying' THEN now() + outcome.after_seconds * interval '1 s' END,
           completed_at = CASE WHEN outcome.status = 'retrying' THEN NULL ELSE now() END,
           schedule_attempts = schedule_attempts + outcome.spends,
           crash_count = CASE WHEN outcome.spends = 1 THEN 0 ELSE crash_count END,
           lease_token = NULL, lease_until = NULL,
           last_response_status = outcome.response_status,
           last_error_kind = outcome.error_kind,
           last_duration_ms = outcome.total_ms
      FROM outcome
     WHERE deliveries.id = ANY ($3::uuid[]) AND deliveries.id = outcome.delivery_id
       AND (deliveries.lease_token = outcome.lease AND deliveries.status = 'sending') IS TRUE
    RETURNING outcome.*
  ), recorded AS (
    INSERT INTO attempts (${attemptNames}) SELECT ${attemptNames} FROM settled
  )
  SELECT id FROM settled`;

function toChange({ attempt, applicationId }: Settlement) {
  const { deliveryId, tenantId, endpointId } = attempt;
  return deliveryChange({ id: deliveryId, tenantId, applicationId, endpointId });
}

function toSample({ attempt, eventType, next }: Settlement) {
  return {
    tenantId: attempt.tenantId,
    endpointId: attempt.endpointId,
    eventType,
    outcome: next.kind === "retry" ? ("retried" as const) : next.kind,
    durationMs: attempt.timings.totalMs,
    at: attempt.startedAt,
  };
}

/** What was no fault of the endpoint says nothing about its health. */
function concernsEndpoint({ attempt }: Settlement): boolean {
  return attempt.errorKind === null || !isOwnFault(attempt.errorKind);
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
