import type { DemoEventType } from "./event-catalogue.ts";
import { between, pick, type Random } from "./random.ts";

const names = [
  "Łukasz Nowak",
  "Aïcha Benali",
  "Grace Hopkins",
  "Søren Lund",
  "王小明",
  "Noor de Vries",
  "Iris Weber",
];
const plans = ["starter", "team", "scale"];

const customerSchema = {
  type: "object",
  required: ["id", "email"],
  properties: {
    id: { type: "string" },
    email: { type: "string", format: "email" },
    name: { type: "string" },
  },
};
const subscriptionSchema = {
  type: "object",
  required: ["id", "customer", "plan"],
  properties: {
    id: { type: "string" },
    customer: { type: "string" },
    plan: { enum: plans },
    seats: { type: "integer", minimum: 1 },
  },
};

export const customerEvents: readonly DemoEventType[] = [
  {
    name: "customer.created",
    description: "Somebody became a customer.",
    weight: 6,
    schema: customerSchema,
    make: (random) => customer(random),
  },
  {
    name: "customer.updated",
    description: "A customer's address, name or payment method changed.",
    weight: 10,
    schema: customerSchema,
    make: (random) => ({
      ...customer(random),
      changed: [pick(random, ["address", "name", "paymentMethod"])],
    }),
  },
  {
    name: "subscription.created",
    description: "A customer subscribed to a plan.",
    weight: 4,
    schema: subscriptionSchema,
    make: (random) => ({ ...subscription(random), trialDays: 14 }),
  },
  {
    name: "subscription.renewed",
    description: "A subscription went into its next period.",
    weight: 14,
    schema: subscriptionSchema,
    make: (random, at) => ({ ...subscription(random), periodStart: at.toISOString() }),
  },
  {
    name: "subscription.canceled",
    description: "A subscription ends with its period.",
    weight: 2,
    schema: subscriptionSchema,
    make: (random) => ({
      ...subscription(random),
      reason: pick(random, ["price", "missing_feature", "other"]),
    }),
  },
];

function customer(random: Random) {
  const number = between(random, 1, 400);
  return {
    id: `cus_${number}`,
    name: pick(random, names),
    email: `billing+${number}@customer.example`,
    createdVia: pick(random, ["checkout", "api", "import"]),
  };
}

function subscription(random: Random) {
  return {
    id: `sub_${between(random, 1, 900)}`,
    customer: `cus_${between(random, 1, 400)}`,
    plan: pick(random, plans),
    seats: between(random, 1, 60),
  };
}
