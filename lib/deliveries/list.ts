import type { Context } from "../context.ts";
import type { Delivery, listDeliveries as operation } from "../contracts/deliveries.ts";
import type { Input } from "../contracts/operation.ts";
import { type Page, readPage } from "../keyset.ts";
import { inSlice } from "../log-query/in-slice.ts";
import { readRows, searchRows } from "../log-query/read-rows.ts";
import { all, sql } from "../log-query/sql.ts";
import { deliveryConditions } from "./conditions.ts";
import { type DeliveryRow, selectDeliveries, toDelivery } from "./to-delivery.ts";

export type DeliveryFilter = Input<typeof operation>["query"];

/**
 * Lists the tenant's deliveries, newest first. Ids of other tenants in a filter find nothing; a search through payloads
 * that is too broad for its time window is 422.
 */
export async function listDeliveries(ctx: Context, filter: DeliveryFilter): Promise<Page<Delivery>> {
  const { conditions, searchesData } = await deliveryConditions(ctx, filter);
  const page = await readPage<DeliveryRow>(ctx.tenantId, filter, {
    list: "deliveries",
    keyOf: (row) => row.id,
    read: (slice) => {
      const { where, order } = inSlice(sql`delivery.id`, slice);
      const deliveries = sql`SELECT delivery.* FROM deliveries delivery WHERE ${all([...conditions, ...where])} ${order}`;
      const statement = selectDeliveries(deliveries, order);
      return searchesData ? searchRows<DeliveryRow>(statement) : readRows<DeliveryRow>(ctx, statement);
    },
  });
  return { ...page, data: page.data.map(toDelivery) };
}
