import { noteChanges } from "../changes/note.ts";
import { pool } from "../db.ts";
import { failpoint } from "../failpoint.ts";

const batchSize = 5_000;

/**
 * Cancels what still waits for an endpoint that is disabled or deleted, in batches of short transactions. What is being
 * sent is left to its own end; settling cancels its retries.
 */
export async function cancelOpenDeliveries(endpointId: string): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<Canceled>(cancelStatement, [endpointId, batchSize]);
    failpoint("cancel.after-commit");
    const [canceled] = rows;
    if (canceled) noteChanges([{ ...canceled, kind: "delivery", endpointId }]);
    if ((canceled?.count ?? 0) < batchSize) return;
  }
}

type Canceled = { count: number; tenantId: string; applicationId: string };

const cancelStatement = `
  WITH closed AS (
    SELECT id FROM endpoints WHERE id = $1 AND (state = 'disabled' OR deleted_at IS NOT NULL)
  ), open AS (
    SELECT delivery.id FROM closed JOIN deliveries delivery ON delivery.endpoint_id = closed.id
     WHERE delivery.status = ANY (ARRAY['pending'::delivery_status, 'retrying'::delivery_status])
     LIMIT $2 FOR UPDATE OF delivery SKIP LOCKED
  ), canceled AS (
    UPDATE deliveries SET status = 'canceled', next_attempt_at = NULL, completed_at = now()
      FROM open WHERE deliveries.id = open.id RETURNING tenant_id, application_id
  )
  SELECT count(*)::int AS count, tenant_id AS "tenantId", application_id AS "applicationId"
    FROM canceled GROUP BY tenant_id, application_id`;
