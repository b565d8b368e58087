import type { Context } from "../context.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type Sums, sumColumns } from "../stats/bucket-sums.ts";
import { percentile } from "../stats/latency-classes.ts";
import type { LaneLoad } from "./estimate.ts";

export type OpenLoad = LaneLoad & { endpointId: string };

/** What the endpoints of these counts have to take and how fast they can; those that are disabled or deleted take nothing and are left out. */
export async function readLoads(ctx: Context, counts: ReadonlyMap<string, number>): Promise<OpenLoad[]> {
  const ids = [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  const [endpoints, usual] = await Promise.all([
    readOpen(ctx, ids),
    readUsualMs(ctx, ids.slice(0, mostMeasured)),
  ]);
  return endpoints.map(({ id, maxInFlight, rateLimit }) => ({
    endpointId: id,
    count: counts.get(id) ?? 0,
    maxInFlight,
    rateLimit,
    p50Ms: usual.get(id) ?? null,
  }));
}

/** The endpoints with most to do decide how long it takes. */
const mostMeasured = 20;

function readOpen(ctx: Context, ids: readonly string[]) {
  return readRows<{ id: string; maxInFlight: number; rateLimit: number | null }>(
    ctx,
    sql`SELECT id, max_in_flight AS "maxInFlight", rate_limit AS "rateLimit" FROM endpoints
         WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid
           AND state <> 'disabled' AND deleted_at IS NULL`,
  );
}

async function readUsualMs(ctx: Context, ids: readonly string[]): Promise<Map<string, number | null>> {
  const rows = await readRows<Sums & { scope_key: string }>(
    ctx,
    sql`SELECT scope_key, ${sumColumns} FROM stat_buckets
         WHERE tenant_id = ${ctx.tenantId}::uuid AND scope = 'endpoint' AND scope_key = ANY(${ids}::text[])
           AND starts_at >= now() - interval '1 day'
         GROUP BY scope_key`,
  );
  return new Map(rows.map((row) => [row.scope_key, percentile(row.durations, 0.5)]));
}
