import type { Context } from "../context.ts";
import type { Delivery } from "../contracts/deliveries.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type DeliveryRow, selectDeliveries, toDelivery } from "./to-delivery.ts";

/** The tenant's deliveries of these ids (UUIDs), in their order. */
export async function readDeliveries(ctx: Context, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  const chosen = sql`
    SELECT delivery.* FROM deliveries delivery
     WHERE delivery.id = ANY(${ids}::uuid[]) AND delivery.tenant_id = ${ctx.tenantId}::uuid`;
  const order = sql`ORDER BY array_position(${ids}::uuid[], delivery.id)`;
  const rows = await readRows<DeliveryRow>(ctx, selectDeliveries(chosen, order));
  return rows.map(toDelivery);
}
