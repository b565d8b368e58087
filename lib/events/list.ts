import type { Context } from "../context.ts";
import type { Event, listEvents as operation } from "../contracts/events.ts";
import type { Input } from "../contracts/operation.ts";
import { readLog, type SearchedPage } from "../log-query/read-log.ts";
import { readEvents } from "./read.ts";
import { searchEvents } from "./search.ts";

export type EventFilter = Input<typeof operation>["query"];

/**
 * Lists the tenant's events, newest first, with how their deliveries stand. Ids of other tenants in a filter find nothing. A
 * page that would have to look at very much stops early and says so.
 */
export async function listEvents(ctx: Context, filter: EventFilter): Promise<SearchedPage<Event>> {
  const search = await searchEvents(ctx, filter);
  const { data, ...page } = await readLog(ctx.tenantId, filter, { list: "events", ...search });
  return { ...page, data: await readEvents(ctx, data) };
}
