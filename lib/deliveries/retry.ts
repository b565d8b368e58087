import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Delivery } from "../contracts/deliveries.ts";
import { AppError, notFound } from "../errors.ts";
import { findDelivery } from "./find.ts";
import { holdEndpoints, refuseClosed } from "./hold-endpoints.ts";
import { lockDelivery } from "./lock.ts";
import { reopenDeliveries } from "./reopen.ts";
import { toDelivery } from "./to-delivery.ts";

/**
 * Resends a delivery now, whatever became of it, its retry schedule anew; the webhook-id stays the same. A paused endpoint
 * gets it when it resumes. Throws 409 while it is being sent and for an endpoint that is disabled or deleted.
 */
export function retryDelivery(ctx: Context, { id }: { id: string }): Promise<Delivery> {
  return transaction(ctx, async (tx) => {
    const delivery = await lockDelivery(ctx, tx, id);
    if (delivery.status === "sending") {
      throw new AppError("conflict", { detail: "This delivery is being sent right now." });
    }
    const [endpoint] = await holdEndpoints(ctx, tx, [delivery.endpointId]);
    if (!endpoint) throw notFound("endpoint");
    refuseClosed(endpoint);
    await reopenDeliveries(ctx, tx, { ids: [delivery.id] });
    const target = { kind: "delivery", id, label: `${delivery.eventType} to ${endpoint.url}` };
    await recordAudit(ctx, tx, { action: "delivery.resent", target, details: { from: delivery.status } });
    return toDelivery(await findDelivery({ ...ctx, tx }, id));
  });
}
