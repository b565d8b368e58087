import type { Context } from "../context.ts";
import type { Delivery } from "../contracts/deliveries.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { type DeliveryRow, selectDeliveries, toDelivery } from "./to-delivery.ts";

/** A delivery of the tenant by its public id; throws 404 when there is none. */
export async function findDelivery(ctx: Context, publicId: string): Promise<DeliveryRow> {
  const id = fromPublicId("delivery", publicId);
  if (!id) throw notFound("delivery");
  const chosen = sql`SELECT * FROM deliveries WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid`;
  const [row] = await readRows<DeliveryRow>(ctx, selectDeliveries(chosen, sql``));
  if (!row) throw notFound("delivery");
  return row;
}

/** The deliveries of the tenant among these public ids, by public id. */
export async function findDeliveries(
  ctx: Context,
  publicIds: readonly string[],
): Promise<Map<string, Delivery>> {
  const ids = publicIds.flatMap((publicId) => fromPublicId("delivery", publicId) ?? []);
  const chosen = sql`SELECT * FROM deliveries WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid`;
  const rows = await readRows<DeliveryRow>(ctx, selectDeliveries(chosen, sql``));
  return new Map(rows.map(toDelivery).map((delivery) => [delivery.id, delivery]));
}
