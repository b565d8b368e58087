import type { Context } from "../context.ts";
import { locateEvents } from "../events/locate.ts";
import { firstIdAt } from "../ids.ts";
import type { Found, Slice } from "../keyset.ts";
import { dataFieldEquals } from "../log-query/data-field.ts";
import { lookBack } from "../log-query/look-back.ts";
import { readRows } from "../log-query/read-rows.ts";
import { all, type Sql, sql } from "../log-query/sql.ts";
import { clockToleranceMs } from "../log-query/time-window.ts";
import type { Field } from "../payload-index/find-candidates.ts";
import { walkMatches } from "../payload-index/walk-matches.ts";
import { madeBefore } from "./find-few.ts";
import { deliveryLog, ofEvents } from "./index-ranges.ts";
import type { DeliveryLocation, Wanted } from "./locate.ts";

type DataSearch = { filter: Wanted; field: Field; location: DeliveryLocation };

/**
 * Finds the keys (`event/delivery`) of deliveries whose event's data holds a value, in the order of the events: one made long
 * after its event, for an endpoint added later, stands with that event's others and is not missed.
 */
export async function searchData(ctx: Context, search: DataSearch, slice: Slice): Promise<Found<string>> {
  const few = await findFew(ctx, search.location);
  return few ? among(ctx, few, { ...search, slice }) : alongEvents(ctx, { ...search, slice });
}

/** The delivery's id in such a key. */
export function deliveryIdOf(key: string): string {
  return key.slice(key.indexOf("/") + 1);
}

const mostCompared = 250;

/** All that the rest of the filter finds, if that is little. */
async function findFew(ctx: Context, location: DeliveryLocation): Promise<string[] | undefined> {
  const slice = { direction: "forward", position: undefined, take: mostCompared + 1 } as const;
  const { rows, stoppedAt } = await lookBack(ctx, { log: deliveryLog, ...location, slice, budget: 2_000 });
  return rows.length > mostCompared || stoppedAt !== undefined ? undefined : rows;
}

type Sliced = DataSearch & { slice: Slice };

async function among(ctx: Context, ids: readonly string[], { field, slice }: Sliced): Promise<Found<string>> {
  const rows = await readRows<{ key: string }>(
    ctx,
    sql`SELECT ${key} AS key FROM deliveries delivery JOIN events event ON event.id = delivery.event_id
         WHERE delivery.id = ANY(${ids}::uuid[]) AND delivery.tenant_id = ${ctx.tenantId}::uuid
           AND event.tenant_id = ${ctx.tenantId}::uuid AND ${dataFieldEquals(sql`event.data`, field)}
           AND ${all(beyond(slice))} ${orderOf(slice)}`,
  );
  return { rows: rows.map((row) => row.key) };
}

/** Matching events whose deliveries are looked at for one page. */
const mostEvents = 500;

async function alongEvents(ctx: Context, { filter, field, location, slice }: Sliced): Promise<Found<string>> {
  const { direction, position, take } = slice;
  const eventId = position?.slice(0, position.indexOf("/"));
  const read = (ids: readonly string[]) => readKeys(ctx, { ids, location, slice });
  const rows = eventId ? await read([eventId]) : [];
  const events = await locateEvents(ctx, eventsOf(filter));
  if (!events) return { rows };
  let left = mostEvents;
  let stoppedAt: string | undefined;
  for await (const step of walkMatches(ctx, { field, location: events, direction, position: eventId })) {
    const ids = step.ids.slice(0, left);
    const coveredTo = ids.length < step.ids.length ? ids.at(-1) : step.coveredTo;
    rows.push(...(await read(ids)));
    if (rows.length >= take) return { rows: rows.slice(0, take) };
    left -= ids.length;
    const isOver = coveredTo === undefined || !isWithin(coveredTo, filter, direction);
    stoppedAt = isOver ? undefined : keyAfter(coveredTo, direction);
    if (left === 0) break;
  }
  return { rows, stoppedAt };
}

/** What of a filter is true of the events of its deliveries. */
function eventsOf({ eventType, application, tag, channel, ...window }: Wanted) {
  return { type: eventType, application, tag, channel, until: madeBefore(window) };
}

type Reading = { ids: readonly string[]; location: DeliveryLocation; slice: Slice };

async function readKeys(ctx: Context, { ids, location, slice }: Reading): Promise<string[]> {
  if (ids.length === 0) return [];
  const { from, within } = ofEvents(ctx.tenantId, ids);
  const rows = await readRows<{ key: string }>(
    ctx,
    sql`SELECT delivery.key FROM ${from} CROSS JOIN LATERAL (
          SELECT ${key} AS key, delivery.event_id, delivery.id FROM deliveries delivery
           WHERE ${all([...within, ...location.asked, ...beyond(slice)])} ${orderOf(slice)}) AS delivery
         ${orderOf(slice)}`,
  );
  return rows.map((row) => row.key);
}

const key = sql`delivery.event_id || '/' || delivery.id`;

function beyond({ direction, position }: Slice): Sql[] {
  if (position === undefined) return [];
  const [eventId, id] = position.split("/");
  const place = sql`(${eventId}::uuid, ${id}::uuid)`;
  return [
    direction === "forward"
      ? sql`(delivery.event_id, delivery.id) < ${place}`
      : sql`(delivery.event_id, delivery.id) > ${place}`,
  ];
}

function orderOf({ direction, take }: Slice): Sql {
  const ends = direction === "forward" ? sql`DESC` : sql`ASC`;
  return sql`ORDER BY delivery.event_id ${ends}, delivery.id ${ends} LIMIT ${take}`;
}

/** Whether deliveries of events farther on may still lie in the window of time; those made much later aside. */
function isWithin(eventId: string, { since, until }: Wanted, direction: Slice["direction"]): boolean {
  if (direction === "forward")
    return since === undefined || eventId > firstIdAt(new Date(Date.parse(since) - clockToleranceMs));
  return until === undefined || eventId < firstIdAt(new Date(Date.parse(until) + clockToleranceMs));
}

/** Where to go on after all deliveries of an event. */
function keyAfter(eventId: string, direction: Slice["direction"]): string {
  return `${eventId}/${direction === "forward" ? lowestId : highestId}`;
}

const lowestId = "00000000-0000-0000-0000-000000000000";
const highestId = "ffffffff-ffff-ffff-ffff-ffffffffffff";
