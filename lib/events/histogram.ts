import type { Context } from "../context.ts";
import type { EventHistogram, getEventHistogram as operation } from "../contracts/histogram.ts";
import type { Input } from "../contracts/operation.ts";
import { countByTime } from "../log-query/count-by-time.ts";
import { sql } from "../log-query/sql.ts";
import { eventConditions } from "./conditions.ts";

type Query = Input<typeof operation>["query"];

/** Counts the events that a filter finds, by when they were made; bounded as `countByTime` says. */
export async function getEventHistogram(ctx: Context, query: Query): Promise<EventHistogram> {
  const { conditions } = await eventConditions(ctx, { ...query, limit: 1 });
  return countByTime({
    window: query,
    rows: { from: sql`events event`, id: sql`event.id`, columns: sql`event.id` },
    conditions,
    counts: sql`count(*)::int AS events`,
    none: { events: 0 },
  });
}
