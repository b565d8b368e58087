export type SampleEventType = { name: string; description: string; example: Record<string, unknown> };

/** The catalogue of a shop, each name marked as sample. */
export const sampleEventTypes: readonly SampleEventType[] = [
  {
    name: "sample.order.created",
    description: "Sample: a customer placed an order.",
    example: { order: "ord_1042", customer: "cus_77", total: 129.9, currency: "EUR" },
  },
  {
    name: "sample.invoice.paid",
    description: "Sample: an invoice was settled.",
    example: { invoice: "in_2001", order: "ord_1042", amount: 129.9, method: "card" },
  },
  {
    name: "sample.invoice.overdue",
    description: "Sample: an invoice is past its due date.",
    example: { invoice: "in_2002", days: 14, amount: 48 },
  },
  {
    name: "sample.parcel.shipped",
    description: "Sample: a parcel left the warehouse.",
    example: { parcel: "prc_31", order: "ord_1042", carrier: "DHL", items: 3 },
  },
];

export type SampleEndpoint = {
  description: string;
  eventTypes: string[];
  /** What the inbox's URL is given so that it answers this way. */
  query: string;
  retrySchedule: number[];
};

/** Receivers as one meets them: one that works, one that is slow, one that is down, one that refuses. */
export const sampleEndpoints: readonly SampleEndpoint[] = [
  { description: "Sample: works", eventTypes: ["sample.*"], query: "?status=200", retrySchedule: [] },
  {
    description: "Sample: slow",
    eventTypes: ["sample.order.created"],
    query: "?status=204&delay=2",
    retrySchedule: [],
  },
  {
    description: "Sample: refuses, gives up soon",
    eventTypes: ["sample.invoice.overdue"],
    query: "?status=400",
    retrySchedule: [1],
  },
  {
    description: "Sample: down, retries",
    eventTypes: ["sample.parcel.shipped"],
    query: "?status=503",
    retrySchedule: [60, 600, 3600],
  },
];

const count = 20;

/** The events that are posted, of these types in turn: ids of their own, so that posting them twice stores them once. */
export function sampleEvents(typeNames: readonly string[]) {
  const types = sampleEventTypes.filter(({ name }) => typeNames.includes(name));
  const rounds = types.length > 0 ? Math.ceil(count / types.length) : 0;
  return Array.from({ length: rounds }, () => types)
    .flat()
    .map(({ name: type, example }, index) => ({
      id: `sample-${index + 1}`,
      type,
      data: { ...example, number: index + 1 },
      tags: ["sample"],
    }));
}
