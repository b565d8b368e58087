import type { Context } from "../context.ts";
import type { DeliveryHistogram, getDeliveryHistogram as operation } from "../contracts/histogram.ts";
import type { Input } from "../contracts/operation.ts";
import { countByTime } from "../log-query/count-by-time.ts";
import { sql } from "../log-query/sql.ts";
import { deliveryLog } from "./index-ranges.ts";
import { searchDeliveries } from "./search.ts";

type Query = Input<typeof operation>["query"];

/** Counts the deliveries that a filter finds, by when they were made and how they stand; bounded as `countByTime` says. */
export async function getDeliveryHistogram(ctx: Context, query: Query): Promise<DeliveryHistogram> {
  const search = await searchDeliveries(ctx, query, { mostEndpoints });
  return countByTime(ctx, {
    ...search,
    window: query,
    log: deliveryLog,
    by: sql`delivery.status`,
    kindOf,
    kinds,
  });
}

/** Each is read bucket by bucket. */
const mostEndpoints = 10;
const kinds = ["delivered", "open", "failed", "canceled"] as const;

function kindOf(status: string): (typeof kinds)[number] {
  return kinds.find((kind) => kind === status) ?? "open";
}
