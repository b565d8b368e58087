import { firstIdAt, timeOfId } from "../ids.ts";
import { type IndexRanges, type Log, oneRange } from "../log-query/look-back.ts";
import { sql } from "../log-query/sql.ts";
import { clockToleranceMs } from "../log-query/time-window.ts";

/** The log whose rows conditions call `delivery`. */
export const deliveryLog: Log = { row: sql`delivery`, rows: sql`deliveries delivery` };

/** The predicate of the indexes of troubled deliveries: those that did not just go through. */
const troubled = sql`(delivery.status IN ('retrying', 'failed', 'canceled') OR delivery.last_error_kind IS NOT NULL)`;

type Reach = {
  /** What is looked for is among the troubled. */
  isTroubled: boolean;
  isCovered: boolean;
};

export function ofTenant(tenantId: string, { isTroubled, isCovered }: Reach): IndexRanges {
  const key = { column: sql`delivery.tenant_id`, value: sql`${tenantId}::uuid` };
  return { from: oneRange, count: 1, key, within: isTroubled ? [troubled] : [], isCovered };
}

/** Endpoints that are known to be the tenant's. */
export function ofEndpoints(ids: readonly string[], { isTroubled, isCovered }: Reach): IndexRanges {
  const key = { column: sql`delivery.endpoint_id`, value: sql`range.endpoint_id` };
  const from = sql`unnest(${ids}::uuid[]) AS range (endpoint_id)`;
  return { from, count: ids.length, key, within: isTroubled ? [troubled] : [], isCovered };
}

/** A replay that is known to be the tenant's. */
export function ofReplay(id: string | null, isCovered: boolean): IndexRanges {
  const key = { column: sql`delivery.replay_id`, value: sql`${id}::uuid` };
  return { from: oneRange, count: 1, key, within: [], isCovered };
}

/** Each few: an event's deliveries have no order of their own. */
export function ofEvents(tenantId: string, ids: readonly string[]): IndexRanges {
  const since = ids.map((id) => firstIdAt(new Date(timeOfId(id).getTime() - clockToleranceMs)));
  return {
    from: sql`unnest(${ids}::uuid[], ${since}::uuid[]) AS range (event_id, since_id)`,
    count: ids.length,
    within: [
      sql`delivery.event_id = range.event_id`,
      sql`delivery.id >= range.since_id`,
      sql`delivery.tenant_id = ${tenantId}::uuid`,
    ],
  };
}

export function ofIds(tenantId: string, ids: readonly string[]): IndexRanges {
  const within = [sql`delivery.id = ANY(${ids}::uuid[])`, sql`delivery.tenant_id = ${tenantId}::uuid`];
  return { from: oneRange, count: 1, within };
}
