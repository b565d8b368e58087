import { deliveryChange } from "../changes/change.ts";
import { announceChanges } from "../changes/notification.ts";
import type { Queryable } from "../db.ts";
import { newId } from "../ids.ts";
import { jobsIn } from "../queue/wake.ts";
import { recordStats } from "../stats/record.ts";

/** After so many crashes in a row a delivery is given up and shown, since it may be what crashes the worker. */
const quarantineCrashes = 20;
const batchSize = 1_000;

type Expired = {
  deliveryId: string;
  tenantId: string;
  applicationId: string;
  endpointId: string;
  eventType: string;
  number: number;
  startedAt: Date;
  url: string;
  isQuarantined: boolean;
};

/**
 * Takes deliveries back whose worker died or stalled past its lease: due again at once, the attempt recorded as
 * `unknown` without spending the schedule. Runs in the caller's transaction; answers how many there were.
 */
export async function releaseExpiredLeases(client: Queryable): Promise<number> {
  const { rows } = await client.query<Expired>(releaseStatement, [quarantineCrashes, batchSize]);
  await recordUnknown(client, rows);
  await recordStats(
    client,
    rows.map((row) => ({
      ...row,
      outcome: row.isQuarantined ? ("failed" as const) : ("retried" as const),
      durationMs: 0,
    })),
  );
  await announceChanges(
    jobsIn(client),
    rows.map((row) => deliveryChange({ ...row, id: row.deliveryId })),
  );
  return rows.length;
}

const releaseStatement = `
  WITH expired AS (
    SELECT delivery.id, delivery.crash_count + 1 >= $1 AS is_quarantined, endpoint.url,
           endpoint.state = 'disabled' OR endpoint.deleted_at IS NOT NULL AS is_closed
      FROM deliveries delivery JOIN endpoints endpoint ON endpoint.id = delivery.endpoint_id
     WHERE delivery.status = 'sending' AND delivery.lease_until < now()
     LIMIT $2 FOR UPDATE OF delivery SKIP LOCKED)
  UPDATE deliveries
     SET status = CASE WHEN expired.is_quarantined THEN 'failed'::delivery_status
                       WHEN expired.is_closed THEN 'canceled' ELSE 'retrying' END,
         next_attempt_at = CASE WHEN expired.is_quarantined OR expired.is_closed THEN NULL ELSE now() END,
         completed_at = CASE WHEN expired.is_quarantined OR expired.is_closed THEN now() END,
         crash_count = crash_count + 1, lease_token = NULL, lease_until = NULL,
         last_response_status = NULL, last_error_kind = 'unknown'
    FROM expired WHERE deliveries.id = expired.id
  RETURNING deliveries.id AS "deliveryId", tenant_id AS "tenantId", application_id AS "applicationId",
            endpoint_id AS "endpointId", event_type AS "eventType", attempt_count AS number, attempt_started_at AS "startedAt",
            expired.url, expired.is_quarantined AS "isQuarantined"`;

async function recordUnknown(client: Queryable, rows: readonly Expired[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, error_kind, error_message,
                           total_ms, started_at)
     SELECT id, tenant_id, delivery_id, endpoint_id, number, url, '[]', 'unknown',
            'Our worker stopped during this attempt; whether the receiver got it is unknown.', 0, started_at
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::timestamptz[])
         AS expired (id, tenant_id, delivery_id, endpoint_id, number, url, started_at)`,
    [
      rows.map(() => newId()),
      rows.map((row) => row.tenantId),
      rows.map((row) => row.deliveryId),
      rows.map((row) => row.endpointId),
      rows.map((row) => row.number),
      rows.map((row) => row.url),
      rows.map((row) => row.startedAt),
    ],
  );
}
