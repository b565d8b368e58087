import type { Context } from "../context.ts";
import type { Found, Slice } from "../keyset.ts";
import { type Location, lookBack } from "../log-query/look-back.ts";
import type { LogSearch } from "../log-query/read-log.ts";
import { resolveSearch } from "../log-query/resolve-search.ts";
import type { Field } from "../payload-index/find-candidates.ts";
import { walkMatches } from "../payload-index/walk-matches.ts";
import { eventLog } from "./index-ranges.ts";
import type { EventFilter } from "./list.ts";
import { locateEvents } from "./locate.ts";

/** How a filter's events are found, each slice at a bounded cost. */
export async function searchEvents(
  ctx: Context,
  { q, limit: _, cursor: __, ...filter }: Partial<EventFilter>,
): Promise<LogSearch> {
  const search = q === undefined ? undefined : await resolveSearch(ctx, q);
  const location = await locateEvents(ctx, { ...filter, search });
  if (!location) return { idOf, find: async () => ({ rows: [] }) };
  if (search?.kind === "field")
    return { idOf, find: (slice) => searchData(ctx, { field: search, location }, slice) };
  const along = location.ranges.key ? location : undefined;
  return { idOf, along, find: (slice) => lookBack(ctx, { log: eventLog, ...location, slice }) };
}

const idOf = (key: string) => key;

type DataSearch = { field: Field; location: Location };

async function searchData(
  ctx: Context,
  search: DataSearch,
  { take, ...start }: Slice,
): Promise<Found<string>> {
  const rows: string[] = [];
  let stoppedAt: string | undefined;
  for await (const { ids, coveredTo } of walkMatches(ctx, { ...search, ...start })) {
    rows.push(...ids);
    if (rows.length >= take) return { rows: rows.slice(0, take) };
    stoppedAt = coveredTo;
  }
  return { rows, stoppedAt };
}
