import type { Context } from "../context.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { type Sql, sql } from "../log-query/sql.ts";

const maxEndpoints = 250;

type Choice = { ids: readonly string[] | undefined; since: Date };

/** UUIDs of the tenant's endpoints: those named, in their order, else the 250 with most failed, then retried attempts since. */
export async function chooseEndpoints(ctx: Context, { ids, since }: Choice): Promise<string[]> {
  const rows = await readRows<{ id: string }>(ctx, ids ? named(ctx, ids) : worst(ctx, since));
  return rows.map((row) => row.id);
}

function named(ctx: Context, publicIds: readonly string[]): Sql {
  const ids = publicIds.flatMap((publicId) => fromPublicId("endpoint", publicId) ?? []);
  return sql`
    SELECT endpoint.id FROM endpoints endpoint
     WHERE endpoint.tenant_id = ${ctx.tenantId}::uuid AND endpoint.id = ANY(${ids}::uuid[])
     ORDER BY array_position(${ids}::uuid[], endpoint.id)`;
}

function worst(ctx: Context, since: Date): Sql {
  return sql`
    SELECT endpoint.id
      FROM endpoints endpoint CROSS JOIN LATERAL (
        SELECT coalesce(sum(failed), 0) AS failed, coalesce(sum(retried), 0) AS retried FROM stat_hours
         WHERE tenant_id = endpoint.tenant_id AND scope = 'endpoint' AND scope_key = endpoint.id::text
           AND starts_at >= ${since}::timestamptz) AS trouble
     WHERE endpoint.tenant_id = ${ctx.tenantId}::uuid AND endpoint.deleted_at IS NULL
     ORDER BY trouble.failed DESC, trouble.retried DESC, endpoint.id DESC LIMIT ${maxEndpoints}`;
}
