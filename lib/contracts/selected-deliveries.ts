import { z } from "zod";
import { delivery } from "./deliveries.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

/** How many deliveries one request may name. */
export const mostSelected = 250;

const selection = z.strictObject({ ids: z.array(id("delivery")).min(1).max(mostSelected) });

export const refusedDelivery = z
  .object({ id: id("delivery"), error: z.object({ code: z.string(), detail: z.string() }) })
  .meta({ id: "RefusedDelivery" });
export type RefusedDelivery = z.infer<typeof refusedDelivery>;

export const selectionAnswer = z.object({
  data: z
    .array(z.union([delivery, refusedDelivery]))
    .meta({ description: "One for each id, in the order given: the delivery as it stands now, or why not." }),
});
export type SelectionAnswer = z.infer<typeof selectionAnswer>;

export const retryDeliveries = operation({
  id: "retryDeliveries",
  method: "post",
  path: "/deliveries/retry",
  tag: "Deliveries",
  summary: "Resend up to 250 deliveries now",
  description:
    "Also delivered, failed and canceled ones; their retry schedules start anew. Each is answered for itself: one that cannot be resent keeps none of the others back.",
  access: "deliveries:resend",
  portal: { body: { ids: "delivery" } },
  body: selection,
  answer: { status: 202, schema: selectionAnswer },
});

export const cancelDeliveries = operation({
  id: "cancelDeliveries",
  method: "post",
  path: "/deliveries/cancel",
  tag: "Deliveries",
  summary: "Stop the retries of up to 250 deliveries",
  description: "Each is answered for itself: one that waits for nothing keeps none of the others back.",
  access: "deliveries:resend",
  portal: { body: { ids: "delivery" } },
  body: selection,
  answer: { status: 202, schema: selectionAnswer },
});
