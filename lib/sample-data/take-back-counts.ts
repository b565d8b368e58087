import type { Queryable } from "../db.ts";
import { addToBuckets, type BucketRow, merge } from "../stats/buckets.ts";
import { moveRecorded } from "../stats/roll-up.ts";
import type { SampleRows } from "./delete-rows.ts";

/** Takes the sample's share out of the tenant's charts: what its endpoints counted, and all of its event types. */
export async function takeBackCounts(client: Queryable, rows: SampleRows): Promise<void> {
  // Whatever is being recorded or rolled up ends first, so that nothing is added to the charts afterwards.
  await client.query("LOCK TABLE stat_deltas IN SHARE ROW EXCLUSIVE MODE");
  while ((await moveRecorded(client)) > 0);
  const { tenantId, endpointIds, eventTypes } = rows;
  const { rows: counted } = await client.query<BucketRow>(
    `DELETE FROM stat_buckets WHERE tenant_id = $1 AND scope = 'endpoint' AND scope_key = ANY ($2)
     RETURNING tenant_id AS "tenantId", extract(epoch FROM starts_at)::float * 1000 AS "startsMs",
               delivered, retried, failed, durations`,
    [tenantId, endpointIds],
  );
  await addToBuckets(client, merge(counted.map(negated)));
  await client.query(
    `DELETE FROM stat_buckets
      WHERE tenant_id = $1 AND (scope = 'event_type' AND scope_key = ANY ($2)
         OR scope = 'tenant' AND delivered = 0 AND retried = 0 AND failed = 0)`,
    [tenantId, eventTypes],
  );
  // Their hours followed, down to nothing.
  await client.query(
    "DELETE FROM stat_hours WHERE tenant_id = $1 AND delivered = 0 AND retried = 0 AND failed = 0",
    [tenantId],
  );
}

function negated({ tenantId, startsMs, delivered, retried, failed, durations }: BucketRow): BucketRow {
  return {
    ...{ tenantId, startsMs, scope: "tenant", scopeKey: "" },
    ...{ delivered: -delivered, retried: -retried, failed: -failed },
    durations: durations.map((count) => -count),
  };
}
