import { recordAudit } from "../audit/record.ts";
import { deliveryChange } from "../changes/change.ts";
import { announceChanges } from "../changes/notification.ts";
import { type Context, transaction } from "../context.ts";
import type { Delivery, DeliveryStatus } from "../contracts/deliveries.ts";
import { AppError } from "../errors.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { jobsInPrisma } from "../queue/wake.ts";
import { findDelivery } from "./find.ts";
import { lockDelivery } from "./lock.ts";
import { toDelivery } from "./to-delivery.ts";

const whyNot: Record<DeliveryStatus, string | null> = {
  pending: null,
  retrying: null,
  sending: "This delivery is being sent right now; if it fails, its retries can be canceled then.",
  delivered: "This delivery has been delivered already.",
  failed: "This delivery has failed for good; there are no retries left to cancel.",
  canceled: "This delivery is canceled already.",
};

/** Cancels what a delivery still waits for; it can be resent later. Throws 409, with the reason, for one that waits for nothing. */
export function cancelDelivery(ctx: Context, { id }: { id: string }): Promise<Delivery> {
  return transaction(ctx, async (tx) => {
    const locked = await lockDelivery(ctx, tx, id);
    const { id: uuid, status, eventType } = locked;
    const reason = whyNot[status];
    if (reason !== null) throw new AppError("conflict", { detail: reason });
    await readRows(
      { ...ctx, tx },
      sql`UPDATE deliveries SET status = 'canceled', next_attempt_at = NULL, completed_at = now() WHERE id = ${uuid}::uuid`,
    );
    await announceChanges(jobsInPrisma(tx), [deliveryChange({ ...locked, tenantId: ctx.tenantId })]);
    const delivery = toDelivery(await findDelivery({ ...ctx, tx }, id));
    const target = { kind: "delivery", id, label: `${eventType} to ${delivery.endpointUrl}` };
    await recordAudit(ctx, tx, { action: "delivery.canceled", target, details: { from: status } });
    return delivery;
  });
}
