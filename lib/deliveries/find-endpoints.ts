import type { Context } from "../context.ts";
import { findApplication } from "../log-query/find-application.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { uuidOf } from "./conditions.ts";
import type { Wanted } from "./locate.ts";

/**
 * The tenant's endpoints (UUIDs) that a filter confines deliveries to, also deleted ones, and that as a condition; `ids` is
 * undefined when they are more than `most`, the whole when the filter names neither endpoint nor application.
 */
export async function findEndpoints(
  ctx: Context,
  { endpoint, application, search }: Pick<Wanted, "endpoint" | "application" | "search">,
  most: number,
): Promise<{ ids: string[] | undefined; condition: Sql } | undefined> {
  const endpointIds = [
    ...(endpoint ? [uuidOf("endpoint", endpoint)] : []),
    ...(search?.kind === "endpoint" ? [search.id] : []),
  ];
  const applicationIds = [
    ...(application ? [(await findApplication(ctx, application)) ?? null] : []),
    ...(search?.kind === "application" ? [search.id] : []),
  ];
  if (endpointIds.length + applicationIds.length === 0) return undefined;
  const found = await readRows<{ id: string }>(
    ctx,
    sql`SELECT id FROM endpoints WHERE tenant_id = ${ctx.tenantId}::uuid
           AND ${all(endpointIds.map((id) => sql`id = ${id}::uuid`))}
           AND ${all(applicationIds.map((id) => sql`application_id = ${id}::uuid`))} LIMIT ${most + 1}`,
  );
  const ids = found.map(({ id }) => id);
  if (ids.length <= most) return { ids, condition: sql`delivery.endpoint_id = ANY(${ids}::uuid[])` };
  return {
    ids: undefined,
    condition: all(applicationIds.map((id) => sql`delivery.application_id = ${id}::uuid`)),
  };
}
