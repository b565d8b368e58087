import type { Context } from "../context.ts";
import type { EventHistogram, getEventHistogram as operation } from "../contracts/histogram.ts";
import type { Input } from "../contracts/operation.ts";
import { countByTime } from "../log-query/count-by-time.ts";
import { sql } from "../log-query/sql.ts";
import { eventLog } from "./index-ranges.ts";
import { searchEvents } from "./search.ts";

type Query = Input<typeof operation>["query"];

/** Counts the events that a filter finds, by when they were made; bounded as `countByTime` says. */
export async function getEventHistogram(ctx: Context, query: Query): Promise<EventHistogram> {
  const search = await searchEvents(ctx, query);
  const kinds = ["events"] as const;
  return countByTime(ctx, {
    ...search,
    window: query,
    log: eventLog,
    by: sql`TRUE`,
    kindOf: () => "events",
    kinds,
  });
}
