import type { Context } from "../context.ts";
import type { DeliveryHistogram, getDeliveryHistogram as operation } from "../contracts/histogram.ts";
import type { Input } from "../contracts/operation.ts";
import { countByTime } from "../log-query/count-by-time.ts";
import { sql } from "../log-query/sql.ts";
import { deliveryConditions } from "./conditions.ts";

type Query = Input<typeof operation>["query"];

/** Counts the deliveries that a filter finds, by when they were made and how they stand; bounded as `countByTime` says. */
export async function getDeliveryHistogram(ctx: Context, query: Query): Promise<DeliveryHistogram> {
  const { conditions } = await deliveryConditions(ctx, { ...query, limit: 1 });
  return countByTime({
    window: query,
    rows: { from: sql`deliveries delivery`, id: sql`delivery.id`, columns: sql`delivery.status` },
    conditions,
    counts: sql`
           count(*) FILTER (WHERE found.status = 'delivered')::int AS delivered,
           count(*) FILTER (WHERE found.status IN ('pending', 'sending', 'retrying'))::int AS open,
           count(*) FILTER (WHERE found.status = 'failed')::int AS failed,
           count(*) FILTER (WHERE found.status = 'canceled')::int AS canceled`,
    none: { delivered: 0, open: 0, failed: 0, canceled: 0 },
  });
}
