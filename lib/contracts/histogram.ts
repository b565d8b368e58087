import { z } from "zod";
import { deliveryFilter, deliveryReach } from "./deliveries.ts";
import { eventFilter } from "./events.ts";
import { timestamp } from "./fields.ts";
import { operation } from "./operation.ts";

/** How many rows of one bucket are looked at. */
export const mostCounted = 1_000;

const span = { since: timestamp, until: timestamp, stepSeconds: z.int() };
const isCut = z
  .boolean()
  .meta({ description: "There are more: only the newest of them, up to 1,000, were looked at." });
const description = "One bucket a step without gaps, oldest first.";

export const deliveryHistogram = z
  .object({
    ...span,
    buckets: z.array(
      z.object({
        startsAt: timestamp,
        delivered: z.int(),
        open: z.int().meta({ description: "Pending, sending or retrying." }),
        failed: z.int(),
        canceled: z.int(),
        isCut,
      }),
    ),
  })
  .meta({ id: "DeliveryHistogram", description });
export type DeliveryHistogram = z.infer<typeof deliveryHistogram>;

export const eventHistogram = z
  .object({ ...span, buckets: z.array(z.object({ startsAt: timestamp, events: z.int(), isCut })) })
  .meta({ id: "EventHistogram", description });
export type EventHistogram = z.infer<typeof eventHistogram>;

export const getDeliveryHistogram = operation({
  id: "getDeliveryHistogram",
  method: "get",
  path: "/deliveries/histogram",
  tag: "Deliveries",
  summary: "Count deliveries over time",
  description:
    "The deliveries that a filter finds, by when they were made and how they stand; 24 hours up to now if no time is given.",
  access: "read",
  portal: { application: "query", query: deliveryReach },
  query: deliveryFilter.omit({ limit: true, cursor: true }),
  answer: { status: 200, schema: deliveryHistogram },
});

export const getEventHistogram = operation({
  id: "getEventHistogram",
  method: "get",
  path: "/events/histogram",
  tag: "Events",
  summary: "Count events over time",
  description:
    "The events that a filter finds, by when they were made; 24 hours up to now if no time is given.",
  access: "read",
  portal: { application: "query", query: { endpoint: "endpoint" } },
  query: eventFilter.omit({ limit: true, cursor: true }),
  answer: { status: 200, schema: eventHistogram },
});
