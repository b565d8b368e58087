import { customerEvents } from "./customer-events.ts";
import { invoiceEvents } from "./invoice-events.ts";
import type { Random } from "./random.ts";

/** An event type of the demo: what it says about itself, how often it happens, and a payload of it. */
export type DemoEventType = {
  name: string;
  description: string;
  weight: number;
  schema: Record<string, unknown>;
  make: (random: Random, at: Date) => Record<string, unknown>;
};

export const eventCatalogue: readonly DemoEventType[] = [
  ...invoiceEvents,
  ...customerEvents,
  {
    name: "dispute.opened",
    description: "A payment is disputed by the cardholder. Rare; nothing of this kind happened lately.",
    weight: 0,
    schema: {
      type: "object",
      required: ["id", "payment", "reason"],
      properties: {
        id: { type: "string" },
        payment: { type: "string" },
        reason: { enum: ["fraudulent", "duplicate", "not_received"] },
      },
    },
    make: () => ({ id: "dp_4410", payment: "pay_20981", reason: "not_received" }),
  },
];
