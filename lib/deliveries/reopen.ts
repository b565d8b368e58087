import { deliveryChange } from "../changes/change.ts";
import { announceChanges } from "../changes/notification.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { jobsInPrisma, wakeLanes } from "../queue/wake.ts";

export type Reopening = {
  /** UUIDs. */
  ids: readonly string[];
  /** The replay on whose account they are re-opened. */
  replayId?: string;
  /** What must still be true of each `delivery` once it is locked. */
  where?: readonly Sql[];
};

export type Reopened = { id: string; applicationId: string; endpointId: string };

/**
 * Makes deliveries due now with their retry schedule anew, in the caller's transaction, wakes their lanes and tells of it. What is
 * being sent at this moment is left alone; answers those that were re-opened.
 */
export async function reopenDeliveries(
  ctx: Context,
  tx: Transaction,
  { ids, replayId, where = [] }: Reopening,
): Promise<Reopened[]> {
  if (ids.length === 0) return [];
  const reopened = await readRows<Reopened>(
    { ...ctx, tx },
    sql`UPDATE deliveries delivery
           SET status = 'pending', next_attempt_at = now(), schedule_attempts = 0, crash_count = 0,
               lease_token = NULL, lease_until = NULL, completed_at = NULL,
               replay_id = coalesce(${replayId ?? null}::uuid, replay_id)
         WHERE delivery.id = ANY(${ids}::uuid[]) AND delivery.tenant_id = ${ctx.tenantId}::uuid
           AND delivery.status <> 'sending' AND ${all(where)}
        RETURNING delivery.id, delivery.application_id AS "applicationId", delivery.endpoint_id AS "endpointId"`,
  );
  await wakeLanes(jobsInPrisma(tx), [...new Set(reopened.map(({ endpointId }) => endpointId))]);
  const { tenantId } = ctx;
  await announceChanges(
    jobsInPrisma(tx),
    reopened.map((delivery) => deliveryChange({ ...delivery, tenantId })),
  );
  return reopened;
}
