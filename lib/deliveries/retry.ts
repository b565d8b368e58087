import { recordAudits } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Delivery } from "../contracts/deliveries.ts";
import type { SelectionAnswer } from "../contracts/selected-deliveries.ts";
import { AppError, notFound } from "../errors.ts";
import { answerEach, answerOne, type Outcomes } from "./answer-each.ts";
import { findDeliveries } from "./find.ts";
import { type HeldEndpoint, holdEndpoints, whyClosed } from "./hold-endpoints.ts";
import { type LockedDelivery, lockDeliveries } from "./lock.ts";
import { reopenDeliveries } from "./reopen.ts";

/**
 * Resends a delivery now, whatever became of it, its retry schedule anew; the webhook-id stays the same. A paused endpoint
 * gets it when it resumes. Throws 409 while it is being sent and for an endpoint that is disabled or deleted.
 */
export async function retryDelivery(ctx: Context, { id }: { id: string }): Promise<Delivery> {
  return answerOne(id, await resend(ctx, [id]));
}

/** As `retryDelivery`, for many in one transaction: each is answered for itself, and who cannot be resent stays as it is. */
export async function retryDeliveries(
  ctx: Context,
  { ids }: { ids: readonly string[] },
): Promise<SelectionAnswer> {
  return answerEach(ids, await resend(ctx, ids));
}

function resend(ctx: Context, ids: readonly string[]): Promise<Outcomes> {
  return transaction(ctx, async (tx) => {
    const found = await lockDeliveries(ctx, tx, ids);
    const endpointIds = [...found.values()].map(({ endpointId }) => endpointId);
    const endpoints = new Map((await holdEndpoints(ctx, tx, endpointIds)).map((held) => [held.id, held]));
    const refusals = new Map<string, AppError>();
    const accepted = new Map<string, LockedDelivery>();
    for (const id of new Set(ids)) {
      const delivery = found.get(id);
      const refusal = refusalOf(delivery, delivery && endpoints.get(delivery.endpointId));
      if (refusal) refusals.set(id, refusal);
      else if (delivery) accepted.set(id, delivery);
    }
    await reopenDeliveries(ctx, tx, { ids: [...accepted.values()].map(({ id }) => id) });
    const records = [...accepted].map(([id, { status, eventType, endpointId }]) => ({
      action: "delivery.resent",
      target: { kind: "delivery", id, label: `${eventType} to ${endpoints.get(endpointId)?.url}` },
      details: { from: status },
    }));
    await recordAudits(ctx, tx, records);
    return { refusals, done: await findDeliveries({ ...ctx, tx }, [...accepted.keys()]) };
  });
}

function refusalOf(
  delivery: LockedDelivery | undefined,
  endpoint: HeldEndpoint | undefined,
): AppError | undefined {
  if (!delivery) return notFound("delivery");
  if (delivery.status === "sending")
    return new AppError("conflict", { detail: "This delivery is being sent right now." });
  if (!endpoint) return notFound("endpoint");
  const detail = whyClosed(endpoint);
  return detail === undefined ? undefined : new AppError("conflict", { detail });
}
