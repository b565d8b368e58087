import type { Context } from "../context.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";

const few = 1_000;
const fewEndpoints = 250;

/**
 * The deliveries (UUIDs) still under way to these endpoints, or to all of the tenant, by the indexes of the lanes;
 * undefined when they are many, or the endpoints are.
 */
export async function findOpen(ctx: Context, endpointIds?: readonly string[]): Promise<string[] | undefined> {
  const ids = endpointIds ?? (await endpointsOf(ctx));
  if (ids.length > fewEndpoints) return undefined;
  const open = await readRows<{ id: string }>(
    ctx,
    sql`SELECT open.id FROM unnest(${ids}::uuid[]) AS lane (endpoint_id) CROSS JOIN LATERAL (
          (SELECT id FROM deliveries WHERE ${ofLane} AND status IN ('pending', 'retrying')
            ORDER BY endpoint_id, next_attempt_at LIMIT ${few + 1})
          UNION ALL (SELECT id FROM deliveries WHERE ${ofLane} AND status = 'sending'
            ORDER BY endpoint_id, lease_until LIMIT ${few + 1})) AS open
         LIMIT ${few + 1}`,
  );
  return open.length > few ? undefined : open.map(({ id }) => id);
}

/** As a range, and named in the order, so that it is read by the small indexes of what is open. */
const ofLane = sql`endpoint_id BETWEEN lane.endpoint_id AND lane.endpoint_id`;

async function endpointsOf(ctx: Context): Promise<string[]> {
  const endpoints = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM endpoints WHERE tenant_id = ${ctx.tenantId}::uuid LIMIT ${fewEndpoints + 1}`,
  );
  return endpoints.map(({ id }) => id);
}
