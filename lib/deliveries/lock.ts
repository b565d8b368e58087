import type { Context } from "../context.ts";
import type { DeliveryStatus } from "../contracts/deliveries.ts";
import type { Transaction } from "../db.ts";
import { fromPublicId, toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";

export type LockedDelivery = {
  id: string;
  status: DeliveryStatus;
  applicationId: string;
  endpointId: string;
  eventType: string;
};

/**
 * The tenant's deliveries among these public ids, by public id, locked against workers and other people, but for those
 * that are being sent: their worker settles many at once and must not wait for us.
 */
export async function lockDeliveries(
  ctx: Context,
  tx: Transaction,
  publicIds: readonly string[],
): Promise<Map<string, LockedDelivery>> {
  const ids = publicIds.flatMap((publicId) => fromPublicId("delivery", publicId) ?? []);
  const inside = { ...ctx, tx };
  const found = sql`
    SELECT id, status::text AS status, application_id AS "applicationId", endpoint_id AS "endpointId",
           event_type AS "eventType" FROM deliveries
     WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid`;
  const locked = await readRows<LockedDelivery>(
    inside,
    sql`${found} AND status <> 'sending' ORDER BY id FOR UPDATE`,
  );
  const lockedIds = locked.map(({ id }) => id);
  const sending = await readRows<LockedDelivery>(inside, sql`${found} AND id <> ALL(${lockedIds}::uuid[])`);
  // One whose attempt ended between the two statements was being sent when it was asked for.
  const others = sending.map((row): LockedDelivery => ({ ...row, status: "sending" }));
  return new Map([...locked, ...others].map((row) => [toPublicId("delivery", row.id), row]));
}
