import type { Context } from "../context.ts";
import type { DeliveryStatus } from "../contracts/deliveries.ts";
import type { Transaction } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";

export type LockedDelivery = {
  id: string;
  status: DeliveryStatus;
  applicationId: string;
  endpointId: string;
  eventType: string;
};

/** Locks a delivery of the tenant, by its public id, against workers and other people; throws 404 when there is none. */
export async function lockDelivery(ctx: Context, tx: Transaction, publicId: string): Promise<LockedDelivery> {
  const id = fromPublicId("delivery", publicId);
  if (!id) throw notFound("delivery");
  const [delivery] = await readRows<LockedDelivery>(
    { ...ctx, tx },
    sql`SELECT id, status::text AS status, application_id AS "applicationId", endpoint_id AS "endpointId",
               event_type AS "eventType" FROM deliveries
         WHERE id = ${id}::uuid AND tenant_id = ${ctx.tenantId}::uuid FOR UPDATE`,
  );
  if (!delivery) throw notFound("delivery");
  return delivery;
}
