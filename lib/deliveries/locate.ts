import type { Context } from "../context.ts";
import { labelledWith } from "../log-query/labelled-with.ts";
import type { IndexRanges, Location } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import type { Search } from "../log-query/resolve-search.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { withinWindow } from "../log-query/time-window.ts";
import { isTroubled, stateConditions, uuidOf, uuidsOf } from "./conditions.ts";
import { findEndpoints } from "./find-endpoints.ts";
import { findFew } from "./find-few.ts";
import { ofEndpoints, ofReplay, ofTenant } from "./index-ranges.ts";
import type { DeliveryFilter } from "./list.ts";

export type Wanted = Omit<DeliveryFilter, "limit" | "cursor" | "q"> & { search?: Search | undefined };

/** `asked` is all that the filter asks of a delivery, wherever it stands. */
export type DeliveryLocation = Location & { asked: readonly Sql[] };

/**
 * Decides along which index the deliveries of a filter are read: the one where they are fewest. Undefined when it finds
 * nothing for sure; ids of other tenants find nothing. A search in data is left to the caller.
 */
export async function locateDeliveries(
  ctx: Context,
  wanted: Wanted,
  mostEndpoints: number,
): Promise<DeliveryLocation | undefined> {
  const { replay, search } = wanted;
  if (search?.kind === "nothing") return undefined;
  const endpoints = await findEndpoints(ctx, wanted, mostEndpoints);
  if (endpoints?.ids?.length === 0) return undefined;
  if (replay && !(await isOurs(ctx, replay))) return undefined;
  const window = withinWindow(sql`delivery.id`, wanted);
  const ofEvent = eventConditions(ctx, wanted);
  const beyondPlace = [...window, ...stateConditions(wanted), ...nameConditions(wanted), ...ofEvent];
  const asked = endpoints ? [...beyondPlace, endpoints.condition] : beyondPlace;
  const at = (ranges: IndexRanges, conditions = asked) => ({
    ranges: { ...ranges, within: [...ranges.within, ...window] },
    conditions,
    asked,
    ...((wanted.tag || wanted.channel) && { budget: mostWithEvents }),
  });
  const few = await findFew(ctx, wanted, endpoints?.ids);
  if (few) return at(few);
  const isPlain = ofEvent.length === 0;
  const byStatus = isPlain && wanted.responseStatus === undefined && wanted.errorKind === undefined;
  if (replay) return at(ofReplay(uuidOf("replay", replay), byStatus && !endpoints));
  const reach = { isTroubled: isTroubled(wanted), isCovered: byStatus || (isPlain && isTroubled(wanted)) };
  if (endpoints?.ids) return at(ofEndpoints(endpoints.ids, reach), beyondPlace);
  return at(ofTenant(ctx.tenantId, { ...reach, isCovered: reach.isCovered && !endpoints }));
}

/** Deliveries whose events are looked at for one page: each costs several times as much as others. */
const mostWithEvents = 2_500;

function nameConditions({ id, event, replay }: Wanted): Sql[] {
  return [
    ...(id ? [sql`delivery.id = ANY(${uuidsOf("delivery", id)}::uuid[])`] : []),
    ...(event ? [sql`delivery.event_id = ${uuidOf("event", event)}::uuid`] : []),
    ...(replay ? [sql`delivery.replay_id = ${uuidOf("replay", replay)}::uuid`] : []),
  ];
}

function eventConditions({ tenantId }: Context, wanted: Wanted): Sql[] {
  const { eventType } = wanted;
  const labels = labelledWith(wanted);
  const isTheEvent = sql`event.id = delivery.event_id AND event.tenant_id = ${tenantId}::uuid`;
  return [
    ...(eventType ? [sql`delivery.event_type = ANY(${eventType}::text[])`] : []),
    // As a value, since EXISTS may be turned into a join with all events that have the label.
    ...(labels.length > 0 ? [sql`(SELECT ${all(labels)} FROM events event WHERE ${isTheEvent})`] : []),
  ];
}

async function isOurs(ctx: Context, replay: string): Promise<boolean> {
  const rows = await readRows(
    ctx,
    sql`SELECT 1 AS found FROM replays WHERE id = ${uuidOf("replay", replay)}::uuid AND tenant_id = ${ctx.tenantId}::uuid`,
  );
  return rows.length > 0;
}
