import type { Context } from "../context.ts";
import type { Event, listEvents as operation } from "../contracts/events.ts";
import type { Input } from "../contracts/operation.ts";
import { type Page, readPage } from "../keyset.ts";
import { inSlice } from "../log-query/in-slice.ts";
import { readRows, searchRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
import { eventConditions } from "./conditions.ts";
import { countDeliveries } from "./count-deliveries.ts";
import { type EventRow, eventColumns, toEvent } from "./to-event.ts";

export type EventFilter = Input<typeof operation>["query"];

/**
 * Lists the tenant's events, newest first, with how their deliveries stand. Ids of other tenants in a filter find nothing;
 * a search through payloads that is too broad for its time window is 422.
 */
export async function listEvents(ctx: Context, filter: EventFilter): Promise<Page<Event>> {
  const { conditions, searchesData } = await eventConditions(ctx, filter);
  const page = await readPage<EventRow>(ctx.tenantId, filter, {
    list: "events",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, order } = inSlice(sql`event.id`, slice);
      const statement = sql`SELECT ${eventColumns} FROM events event WHERE ${all([...conditions, ...where])} ${order}`;
      return searchesData ? searchRows<EventRow>(statement) : readRows<EventRow>(ctx, statement);
    },
  });
  const counts = await countDeliveries(
    ctx,
    page.data.map((row) => row.id),
  );
  return { ...page, data: page.data.map((row) => toEvent(row, counts.get(row.id))) };
}
