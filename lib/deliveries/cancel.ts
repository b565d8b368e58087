import { recordAudits } from "../audit/record.ts";
import { deliveryChange } from "../changes/change.ts";
import { announceChanges } from "../changes/notification.ts";
import { type Context, transaction } from "../context.ts";
import type { Delivery, DeliveryStatus } from "../contracts/deliveries.ts";
import type { SelectionAnswer } from "../contracts/selected-deliveries.ts";
import { AppError, notFound } from "../errors.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { jobsInPrisma } from "../queue/wake.ts";
import { answerEach, answerOne, type Outcomes } from "./answer-each.ts";
import { findDeliveries } from "./find.ts";
import { type LockedDelivery, lockDeliveries } from "./lock.ts";

const whyNot: Record<DeliveryStatus, string | null> = {
  pending: null,
  retrying: null,
  sending: "This delivery is being sent right now; if it fails, its retries can be canceled then.",
  delivered: "This delivery has been delivered already.",
  failed: "This delivery has failed for good; there are no retries left to cancel.",
  canceled: "This delivery is canceled already.",
};

/** Cancels what a delivery still waits for; it can be resent later. Throws 409, with the reason, for one that waits for nothing. */
export async function cancelDelivery(ctx: Context, { id }: { id: string }): Promise<Delivery> {
  return answerOne(id, await cancel(ctx, [id]));
}

/** As `cancelDelivery`, for many in one transaction: each is answered for itself. */
export async function cancelDeliveries(
  ctx: Context,
  { ids }: { ids: readonly string[] },
): Promise<SelectionAnswer> {
  return answerEach(ids, await cancel(ctx, ids));
}

function cancel(ctx: Context, ids: readonly string[]): Promise<Outcomes> {
  return transaction(ctx, async (tx) => {
    const found = await lockDeliveries(ctx, tx, ids);
    const refusals = new Map<string, AppError>();
    const waiting = new Map<string, LockedDelivery>();
    for (const id of new Set(ids)) {
      const delivery = found.get(id);
      const refusal = refusalOf(delivery);
      if (refusal) refusals.set(id, refusal);
      else if (delivery) waiting.set(id, delivery);
    }
    await readRows(
      { ...ctx, tx },
      sql`UPDATE deliveries SET status = 'canceled', next_attempt_at = NULL, completed_at = now()
           WHERE id = ANY(${[...waiting.values()].map(({ id }) => id)}::uuid[])`,
    );
    const changes = [...waiting.values()].map((row) => deliveryChange({ ...row, tenantId: ctx.tenantId }));
    await announceChanges(jobsInPrisma(tx), changes);
    const done = await findDeliveries({ ...ctx, tx }, [...waiting.keys()]);
    const records = [...waiting].map(([id, { status, eventType }]) => ({
      action: "delivery.canceled",
      target: { kind: "delivery", id, label: `${eventType} to ${done.get(id)?.endpointUrl}` },
      details: { from: status },
    }));
    await recordAudits(ctx, tx, records);
    return { refusals, done };
  });
}

function refusalOf(delivery: LockedDelivery | undefined): AppError | undefined {
  if (!delivery) return notFound("delivery");
  const detail = whyNot[delivery.status];
  return detail === null ? undefined : new AppError("conflict", { detail });
}
