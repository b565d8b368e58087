import type { Queryable } from "../db.ts";
import { classOf } from "./latency-classes.ts";

/** One finished attempt, for the charts. `at` is when it started; now if absent. */
export type StatSample = {
  tenantId: string;
  endpointId: string;
  eventType: string;
  outcome: "delivered" | "retried" | "failed";
  durationMs: number;
  at?: Date;
};

export const bucketMs = 300_000;

/** What a five-minute bucket of a tenant, endpoint or event type holds; `durations` counts attempts per latency class. */
export type BucketRow = {
  tenantId: string;
  scope: "tenant" | "endpoint" | "event_type";
  scopeKey: string;
  startsMs: number;
  delivered: number;
  retried: number;
  failed: number;
  durations: number[];
};

/** Sums samples into one row per bucket of each scope. */
export function aggregate(samples: readonly StatSample[]): BucketRow[] {
  const now = Date.now();
  const rows = new Map<string, BucketRow>();
  for (const sample of samples) {
    const startsMs = Math.floor((sample.at?.getTime() ?? now) / bucketMs) * bucketMs;
    const durationClass = classOf(sample.durationMs);
    for (const [scope, scopeKey] of scopesOf(sample)) {
      const key = `${sample.tenantId} ${scope} ${scopeKey} ${startsMs}`;
      const row = rows.get(key) ?? emptyRow({ tenantId: sample.tenantId, scope, scopeKey, startsMs });
      rows.set(key, row);
      row[sample.outcome] += 1;
      while (row.durations.length <= durationClass) row.durations.push(0);
      row.durations[durationClass] = (row.durations[durationClass] ?? 0) + 1;
    }
  }
  return [...rows.values()];
}

function scopesOf(sample: StatSample): [BucketRow["scope"], string][] {
  return [
    ["tenant", ""],
    ["endpoint", sample.endpointId],
    ["event_type", sample.eventType],
  ];
}

type BucketKey = Pick<BucketRow, "tenantId" | "scope" | "scopeKey" | "startsMs">;

function emptyRow(key: BucketKey): BucketRow {
  return { ...key, delivered: 0, retried: 0, failed: 0, durations: [] };
}

/** Sums rows of the same bucket into one. */
export function merge(rows: readonly BucketRow[]): BucketRow[] {
  const merged = new Map<string, BucketRow>();
  for (const row of rows) {
    const key = `${row.tenantId} ${row.scope} ${row.scopeKey} ${row.startsMs}`;
    const sum = merged.get(key) ?? emptyRow(row);
    merged.set(key, sum);
    sum.delivered += row.delivered;
    sum.retried += row.retried;
    sum.failed += row.failed;
    for (const [at, count] of row.durations.entries()) sum.durations[at] = (sum.durations[at] ?? 0) + count;
  }
  return [...merged.values()];
}

/**
 * Adds to the buckets in one statement whose rows come in the order of the primary key, so that two transactions never
 * wait for each other in a circle. The buckets stay locked until the transaction ends.
 */
export async function addToBuckets(client: Queryable, rows: readonly BucketRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "add-to-buckets",
    text: upsertBuckets,
    values: [
      rows.map((row) => row.tenantId),
      rows.map((row) => row.scope),
      rows.map((row) => row.scopeKey),
      rows.map((row) => new Date(row.startsMs)),
      rows.map((row) => row.delivered),
      rows.map((row) => row.retried),
      rows.map((row) => row.failed),
      rows.map((row) => `{${row.durations.join(",")}}`),
    ],
  });
}

const upsertBuckets = `
  INSERT INTO stat_buckets AS kept (tenant_id, scope, scope_key, starts_at, delivered, retried, failed, durations)
  SELECT tenant_id, scope, scope_key, starts_at, delivered, retried, failed, durations::int[]
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::int[], $6::int[], $7::int[], $8::text[])
      AS fresh (tenant_id, scope, scope_key, starts_at, delivered, retried, failed, durations)
   ORDER BY tenant_id, scope, scope_key, starts_at
  ON CONFLICT (tenant_id, scope, scope_key, starts_at) DO UPDATE SET
    delivered = kept.delivered + excluded.delivered,
    retried = kept.retried + excluded.retried,
    failed = kept.failed + excluded.failed,
    durations = (SELECT array_agg(coalesce(old, 0) + coalesce(fresh, 0) ORDER BY place)
                   FROM unnest(kept.durations, excluded.durations) WITH ORDINALITY AS sums (old, fresh, place))`;
