import type { Context } from "../context.ts";
import type { ReplayPreview, ReplayScope } from "../contracts/replays.ts";
import { toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { scopeConditions } from "./conditions.ts";
import { estimateSeconds } from "./estimate.ts";
import { readLoads } from "./read-loads.ts";
import { resolveScope } from "./scope.ts";

/**
 * Says what a replay of a scope would resend now, without sending anything: exact up to 500,000 deliveries, at least so many
 * above that. Throws 404 and 422 as `resolveScope` does.
 */
export async function previewReplay(ctx: Context, given: ReplayScope): Promise<ReplayPreview> {
  const conditions = scopeConditions(ctx, await resolveScope(ctx, given));
  const counts = await countByEndpoint(ctx, conditions);
  const loads = await readLoads(ctx, counts);
  const count = sum([...counts.values()]);
  const isExact = count <= mostCounted;
  const open = new Set(loads.map(({ endpointId }) => endpointId));
  return {
    count: Math.min(count, mostCounted),
    isExact,
    skipped: sum([...counts].flatMap(([endpointId, one]) => (open.has(endpointId) ? [] : [one]))),
    estimatedSeconds: estimateSeconds(loads),
    sample: await findSample(ctx, conditions, [...open]),
  };
}

const mostCounted = 500_000;

async function countByEndpoint(ctx: Context, conditions: readonly Sql[]): Promise<Map<string, number>> {
  const rows = await readRows<{ endpointId: string; count: number }>(
    ctx,
    sql`SELECT endpoint_id AS "endpointId", count(*)::int AS count
          FROM (SELECT delivery.endpoint_id FROM deliveries delivery WHERE ${all(conditions)} LIMIT ${mostCounted + 1})
            AS delivery GROUP BY 1`,
  );
  return new Map(rows.map(({ endpointId, count }) => [endpointId, count]));
}

/** The newest delivery of the scope to an endpoint that receives right now. */
async function findSample(ctx: Context, conditions: readonly Sql[], endpointIds: readonly string[]) {
  if (endpointIds.length === 0) return null;
  const [newest] = await readRows<{ id: string }>(
    ctx,
    sql`SELECT delivery.id FROM deliveries delivery
         WHERE ${all(conditions)} AND delivery.endpoint_id = ANY(${endpointIds}::uuid[])
         ORDER BY delivery.id DESC LIMIT 1`,
  );
  return newest ? toPublicId("delivery", newest.id) : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
