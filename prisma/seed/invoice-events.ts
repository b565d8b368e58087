import type { DemoEventType } from "./event-catalogue.ts";
import { between, pick, type Random } from "./random.ts";

const currencies = ["EUR", "EUR", "USD", "GBP", "SEK"] as const;
const plans = ["Starter", "Team", "Scale"] as const;

const money = {
  type: "object",
  required: ["amount", "currency"],
  properties: { amount: { type: "integer" }, currency: { type: "string", pattern: "^[A-Z]{3}$" } },
};

const invoiceSchema = {
  type: "object",
  required: ["id", "number", "customer", "total"],
  properties: {
    id: { type: "string" },
    number: { type: "string" },
    customer: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
    total: money,
    lines: { type: "array", items: { type: "object" } },
  },
};

export const invoiceEvents: readonly DemoEventType[] = [
  {
    name: "invoice.created",
    description: "A draft invoice exists; its lines may still change.",
    weight: 22,
    schema: invoiceSchema,
    make: (random) => ({ ...invoice(random), status: "draft" }),
  },
  {
    name: "invoice.finalized",
    description: "The invoice has its number and has been sent to the customer.",
    weight: 18,
    schema: invoiceSchema,
    make: (random, at) => ({
      ...invoice(random),
      status: "open",
      dueOn: new Date(at.getTime() + 14 * 86_400_000).toISOString().slice(0, 10),
    }),
  },
  {
    name: "invoice.paid",
    description: "The invoice is paid in full.",
    weight: 20,
    schema: invoiceSchema,
    make: (random, at) => ({ ...invoice(random), status: "paid", paidAt: at.toISOString() }),
  },
  {
    name: "invoice.payment_failed",
    description: "A payment attempt for the invoice was declined.",
    weight: 5,
    schema: invoiceSchema,
    make: (random) => ({
      ...invoice(random),
      status: "open",
      decline: { code: pick(random, ["insufficient_funds", "card_expired", "do_not_honor"]), attempt: 1 },
    }),
  },
  {
    name: "payment.refunded",
    description: "A payment went back to the customer, in full or in part.",
    weight: 3,
    schema: {
      type: "object",
      required: ["id", "payment", "refund"],
      properties: { id: { type: "string" }, payment: { type: "string" }, refund: money },
    },
    make: (random) => ({
      id: `re_${between(random, 1_000, 99_999)}`,
      payment: `pay_${between(random, 10_000, 99_999)}`,
      refund: { amount: between(random, 5, 400) * 100, currency: pick(random, currencies) },
      reason: pick(random, ["requested_by_customer", "duplicate", "goodwill"]),
    }),
  },
  {
    name: "payout.sent",
    description: "Collected money is on its way to the merchant's bank account.",
    weight: 2,
    schema: {
      type: "object",
      required: ["id", "sum", "arrivesOn"],
      properties: { id: { type: "string" }, sum: money, arrivesOn: { type: "string", format: "date" } },
    },
    make: (random, at) => ({
      id: `po_${between(random, 1_000, 9_999)}`,
      sum: { amount: between(random, 2_000, 90_000) * 100, currency: "EUR" },
      arrivesOn: new Date(at.getTime() + 2 * 86_400_000).toISOString().slice(0, 10),
    }),
  },
];

function invoice(random: Random) {
  const seats = between(random, 1, 40);
  const unitAmount = pick(random, [1_900, 4_900, 12_900]);
  return {
    id: `in_${between(random, 100_000, 999_999)}`,
    number: `NW-${between(random, 20_000, 89_999)}`,
    customer: { id: `cus_${between(random, 1, 400)}`, country: pick(random, ["DE", "FR", "SE", "GB", "US"]) },
    total: { amount: seats * unitAmount, currency: pick(random, currencies) },
    taxRate: pick(random, [0.19, 0.2, 0.25, 0]),
    lines: [{ description: `${pick(random, plans)} plan`, quantity: seats, unitAmount }],
  };
}
