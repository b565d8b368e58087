import type { Context } from "../context.ts";
import { stateConditions, uuidOf } from "../deliveries/conditions.ts";
import { deliveryLog } from "../deliveries/index-ranges.ts";
import { locateDeliveries } from "../deliveries/locate.ts";
import { lookBack } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { madeSince } from "../log-query/time-window.ts";
import type { Wanted } from "./locate.ts";

/** What a filter asks of an event's deliveries: the events (UUIDs) if they are few, else that as a condition on `event`. */
type Through = { few: string[]; condition?: undefined } | { few?: undefined; condition: Sql };

const mostFew = 1_000;
const mostLookedAt = 2_000;
const mostEndpoints = 1;

/** The events that have a delivery of which all of this is true; undefined when a filter asks nothing of deliveries. */
export async function throughDeliveries(ctx: Context, wanted: Wanted): Promise<Through | undefined> {
  const { endpoint, status, responseStatus, errorKind } = wanted;
  const search = wanted.search?.kind === "endpoint" ? wanted.search : undefined;
  if (!(endpoint || status || responseStatus || errorKind || search)) return undefined;
  const asked = { endpoint, status, responseStatus, errorKind, search };
  const location = await locateDeliveries(ctx, asked, mostEndpoints);
  if (!location) return { few: [] };
  const since = madeSince(sql`delivery.id`, wanted);
  const { rows, stoppedAt } = await lookBack(ctx, {
    log: deliveryLog,
    ranges: { ...location.ranges, within: [...location.ranges.within, ...since] },
    conditions: location.conditions,
    slice: { direction: "forward", position: undefined, take: mostFew + 1 },
    budget: mostLookedAt,
  });
  if (rows.length <= mostFew && stoppedAt === undefined) return { few: await eventsOf(ctx, rows) };
  const endpointIds = [...(endpoint ? [uuidOf("endpoint", endpoint)] : []), ...(search ? [search.id] : [])];
  const matching = all([
    sql`delivery.event_id = event.id AND delivery.tenant_id = ${ctx.tenantId}::uuid`,
    ...since,
    ...stateConditions(asked),
    ...endpointIds.map((id) => sql`delivery.endpoint_id = ${id}::uuid`),
  ]);
  // As a value, since EXISTS may be turned into a join with all deliveries there are.
  return { condition: sql`(SELECT TRUE FROM deliveries delivery WHERE ${matching} LIMIT 1)` };
}

async function eventsOf(ctx: Context, deliveryIds: readonly string[]): Promise<string[]> {
  const rows = await readRows<{ event_id: string }>(
    ctx,
    sql`SELECT DISTINCT event_id FROM deliveries
         WHERE id = ANY(${deliveryIds}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid`,
  );
  return rows.map((row) => row.event_id);
}
