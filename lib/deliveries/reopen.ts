import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { jobsInPrisma, wakeLanes } from "../queue/wake.ts";

/**
 * Makes deliveries due now with their retry schedule anew, in the caller's transaction, and wakes their lanes. What is
 * being sent at this moment is left alone; answers the UUIDs of those that were re-opened.
 */
export async function reopenDeliveries(
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
): Promise<string[]> {
  const reopened = await readRows<{ id: string; endpoint_id: string }>(
    { ...ctx, tx },
    sql`UPDATE deliveries
           SET status = 'pending', next_attempt_at = now(), schedule_attempts = 0, crash_count = 0,
               lease_token = NULL, lease_until = NULL, completed_at = NULL
         WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid AND status <> 'sending'
        RETURNING id, endpoint_id`,
  );
  await wakeLanes(jobsInPrisma(tx), [...new Set(reopened.map((delivery) => delivery.endpoint_id))]);
  return reopened.map((delivery) => delivery.id);
}
