import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { delivery, deliveryFilter } from "./deliveries.ts";
import { channel, eventTypeName, idParams, listOf, listQuery, logPage, tag, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

const uid = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/, "may only hold printable ASCII characters");

export const createEventBody = z.strictObject({
  type: eventTypeName,
  data: z
    .record(z.string(), z.unknown())
    .meta({ description: "Any JSON object; its text is kept and delivered as sent." }),
  id: uid
    .optional()
    .meta({ description: "Your own id, unique per tenant: the same id again returns the first event." }),
  application: applicationRef.optional(),
  timestamp: timestamp.optional().meta({ description: "When it happened; now if absent." }),
  channels: z.array(channel).max(20).optional(),
  tags: z.array(tag).max(20).optional(),
});

export const acceptedEvent = z
  .object({
    id: id("event"),
    type: z.string(),
    application: id("application"),
    timestamp,
    createdAt: timestamp,
  })
  .meta({ id: "AcceptedEvent" });
export type AcceptedEvent = z.infer<typeof acceptedEvent>;

export const event = z
  .object({
    id: id("event"),
    uid: z.string().nullable(),
    type: z.string(),
    application: id("application"),
    channels: z.array(z.string()),
    tags: z.array(z.string()),
    isTest: z.boolean(),
    timestamp,
    createdAt: timestamp,
    deliveryCounts: z.object({ open: z.int(), delivered: z.int(), failed: z.int(), canceled: z.int() }),
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof event>;

export const eventDetail = event
  .extend({
    data: z.string().meta({ description: "The JSON text of data, exactly as it was sent." }),
    deliveries: z.array(delivery).meta({ description: "At most 250, newest first." }),
  })
  .meta({ id: "EventDetail" });
export type EventDetail = z.infer<typeof eventDetail>;

export const createEvent = operation({
  id: "createEvent",
  method: "post",
  path: "/events",
  tag: "Events",
  summary: "Post an event",
  description:
    "Answered after the event and its deliveries are durable. Safe to repeat with the same id or Idempotency-Key.",
  access: "events:write",
  body: createEventBody,
  answer: { status: 202, schema: acceptedEvent },
});

export const createEventBatch = operation({
  id: "createEventBatch",
  method: "post",
  path: "/events/batch",
  tag: "Events",
  summary: "Post up to 1,000 events",
  description: "Answers in order; one bad item fails alone.",
  access: "events:write",
  body: z.strictObject({
    events: z
      .array(z.unknown().meta({ description: "An event as in POST /events; each is validated by itself." }))
      .min(1)
      .max(1_000),
  }),
  answer: {
    status: 202,
    schema: z.object({
      data: z.array(
        z.union([
          acceptedEvent,
          z.object({
            error: z.object({
              code: z.string(),
              detail: z.string(),
              errors: z.array(z.object({ path: z.string(), message: z.string() })),
            }),
          }),
        ]),
      ),
    }),
  },
});

export const eventFilter = listQuery.extend({
  application: applicationRef.optional(),
  type: listOf(eventTypeName).optional(),
  tag: tag.optional(),
  channel: channel.optional(),
  endpoint: id("endpoint").optional().meta({ description: "Of one of its deliveries." }),
  status: deliveryFilter.shape.status.meta({
    description: "Of one of its deliveries, to the endpoint if given.",
  }),
  responseStatus: deliveryFilter.shape.responseStatus,
  errorKind: deliveryFilter.shape.errorKind,
  since: timestamp.optional().meta({ description: "Made at this time or later." }),
  until: timestamp.optional().meta({ description: "Made before this time." }),
  q: z
    .string()
    .max(512)
    .optional()
    .meta({ description: "Any id, your own event id, or field.path:value on data (customer.id:42)." }),
});

export const listEvents = operation({
  id: "listEvents",
  method: "get",
  path: "/events",
  tag: "Events",
  summary: "List events",
  description:
    "With `endpoint`, `status`, `responseStatus` or `errorKind` those that have a delivery of which all of these are true.",
  access: "read",
  portal: { application: "query", query: { endpoint: "endpoint" } },
  query: eventFilter,
  answer: { status: 200, schema: logPage(event) },
});

export const getEvent = operation({
  id: "getEvent",
  method: "get",
  path: "/events/{id}",
  tag: "Events",
  summary: "Get an event with its deliveries",
  access: "read",
  portal: { params: { id: "event" } },
  params: idParams("event"),
  answer: { status: 200, schema: eventDetail },
});

export const replayEvent = operation({
  id: "replayEvent",
  method: "post",
  path: "/events/{id}/replay",
  tag: "Events",
  summary: "Send an event again",
  description: "To every endpoint it was for, or only to those given; webhook-id stays the same.",
  access: "deliveries:resend",
  portal: { params: { id: "event" }, body: { endpoints: "endpoint" } },
  params: idParams("event"),
  body: z.strictObject({ endpoints: z.array(id("endpoint")).min(1).max(250).optional() }),
  answer: { status: 202, schema: z.object({ deliveries: z.array(id("delivery")) }) },
});
