import type { Context } from "../context.ts";
import type { Delivery, listDeliveries as operation } from "../contracts/deliveries.ts";
import type { Input } from "../contracts/operation.ts";
import { readLog, type SearchedPage } from "../log-query/read-log.ts";
import { readDeliveries } from "./read.ts";
import { searchDeliveries } from "./search.ts";

export type DeliveryFilter = Input<typeof operation>["query"];

/**
 * Lists the tenant's deliveries, newest first; where data is searched, by their events, newest first. Ids of other tenants in
 * a filter find nothing. A page that would have to look at very much stops early and says so.
 */
export async function listDeliveries(ctx: Context, filter: DeliveryFilter): Promise<SearchedPage<Delivery>> {
  const search = await searchDeliveries(ctx, filter);
  const { data, ...page } = await readLog(ctx.tenantId, filter, { list: "deliveries", ...search });
  return { ...page, data: await readDeliveries(ctx, data) };
}
