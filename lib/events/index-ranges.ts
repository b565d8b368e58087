import { type IndexRanges, type Log, oneRange } from "../log-query/look-back.ts";
import { sql } from "../log-query/sql.ts";

/** The log whose rows conditions call `event`. */
export const eventLog: Log = { row: sql`event`, rows: sql`events event` };

export function ofTenant(tenantId: string): IndexRanges {
  const key = { column: sql`event.tenant_id`, value: sql`${tenantId}::uuid` };
  return { from: oneRange, count: 1, key, within: [] };
}

/** An application that is known to be the tenant's. */
export function ofApplication(id: string): IndexRanges {
  const key = { column: sql`event.application_id`, value: sql`${id}::uuid` };
  return { from: oneRange, count: 1, key, within: [] };
}

export function ofTypes(tenantId: string, types: readonly string[]): IndexRanges {
  const distinct = [...new Set(types)];
  return {
    from: sql`unnest(${distinct}::text[]) AS range (type)`,
    count: distinct.length,
    key: { column: sql`event.type`, value: sql`range.type` },
    within: [sql`event.tenant_id = ${tenantId}::uuid`],
  };
}

export function ofIds(tenantId: string, ids: readonly string[]): IndexRanges {
  const within = [sql`event.id = ANY(${ids}::uuid[])`, sql`event.tenant_id = ${tenantId}::uuid`];
  return { from: oneRange, count: 1, within };
}
