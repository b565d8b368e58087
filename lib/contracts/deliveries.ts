import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { errorKinds } from "./error-kinds.ts";
import { channel, eventTypeName, idParams, listOf, listQuery, logPage, tag, timestamp } from "./fields.ts";
import { httpBody, httpHeaders, httpRequest } from "./http-message.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const deliveryStatuses = [
  "pending",
  "sending",
  "retrying",
  "delivered",
  "failed",
  "canceled",
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

const errorKind = z.enum(errorKinds);
const milliseconds = z.number().nullable();

export const delivery = z
  .object({
    id: id("delivery"),
    event: id("event"),
    eventType: z.string(),
    endpoint: id("endpoint"),
    endpointUrl: z.string().meta({ description: "Also of an endpoint that is deleted by now." }),
    application: id("application"),
    status: z.enum(deliveryStatuses),
    attemptCount: z.int(),
    maxAttempts: z.int().meta({ description: "Attempts the retry schedule allows." }),
    scheduleAttempts: z
      .int()
      .meta({ description: "Attempts of the schedule used up since the last resend." }),
    nextAttemptAt: timestamp.nullable(),
    responseStatus: z.int().nullable(),
    errorKind: errorKind.nullable(),
    durationMs: milliseconds.meta({ description: "Of the latest attempt." }),
    createdAt: timestamp,
    completedAt: timestamp.nullable(),
  })
  .meta({ id: "Delivery" });
export type Delivery = z.infer<typeof delivery>;

export const attemptSummary = z
  .object({
    id: id("attempt"),
    number: z.int(),
    responseStatus: z.int().nullable(),
    errorKind: errorKind.nullable(),
    errorMessage: z.string().nullable(),
    durationMs: z.number(),
    startedAt: timestamp,
  })
  .meta({ id: "AttemptSummary" });
export type AttemptSummary = z.infer<typeof attemptSummary>;

export const deliveryDetail = delivery
  .extend({
    endpointState: z.enum(["enabled", "paused", "disabled", "deleted"]),
    attempts: z.array(attemptSummary).meta({ description: "Oldest first." }),
  })
  .meta({ id: "DeliveryDetail" });
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const attempt = attemptSummary
  .extend({
    delivery: id("delivery"),
    event: id("event"),
    endpoint: id("endpoint"),
    request: httpRequest,
    response: z.object({ status: z.int(), headers: httpHeaders, body: httpBody }).nullable(),
    timings: z.object({
      dnsMs: milliseconds,
      connectMs: milliseconds,
      tlsMs: milliseconds,
      firstByteMs: milliseconds,
      totalMs: z.number(),
    }),
    remoteAddress: z.string().nullable(),
  })
  .meta({ id: "Attempt" });
export type Attempt = z.infer<typeof attempt>;

export const deliveryFilter = listQuery.extend({
  id: listOf(id("delivery")).optional(),
  application: applicationRef.optional(),
  endpoint: id("endpoint").optional(),
  event: id("event").optional(),
  replay: id("replay").optional().meta({ description: "Opened by this replay, and by none since." }),
  eventType: listOf(eventTypeName).optional(),
  status: listOf(z.enum(deliveryStatuses)).optional(),
  responseStatus: z
    .string()
    .regex(/^([1-5]xx|[1-5][0-9]{2})$/, "must be a status such as 404 or a class such as 4xx")
    .optional(),
  errorKind: listOf(errorKind).optional(),
  tag: tag.optional().meta({ description: "Of its event." }),
  channel: channel.optional().meta({ description: "Of its event." }),
  since: timestamp.optional().meta({ description: "Made at this time or later." }),
  until: timestamp.optional().meta({ description: "Made before this time." }),
  q: z
    .string()
    .max(512)
    .optional()
    .meta({ description: "Any id, your own event id, or field.path:value on the event's data." }),
});

/** What the filter may name to a portal session. */
export const deliveryReach = {
  id: "delivery",
  endpoint: "endpoint",
  event: "event",
  replay: "replay",
} as const;

export const listDeliveries = operation({
  id: "listDeliveries",
  method: "get",
  path: "/deliveries",
  tag: "Deliveries",
  summary: "List deliveries",
  access: "read",
  portal: { application: "query", query: deliveryReach },
  query: deliveryFilter,
  answer: { status: 200, schema: logPage(delivery) },
});

export const getDelivery = operation({
  id: "getDelivery",
  method: "get",
  path: "/deliveries/{id}",
  tag: "Deliveries",
  summary: "Get a delivery with its attempts",
  access: "read",
  portal: { params: { id: "delivery" } },
  params: idParams("delivery"),
  answer: { status: 200, schema: deliveryDetail },
});

export const retryDelivery = operation({
  id: "retryDelivery",
  method: "post",
  path: "/deliveries/{id}/retry",
  tag: "Deliveries",
  summary: "Resend a delivery now",
  description: "Also a delivered, failed or canceled one; its retry schedule starts anew.",
  access: "deliveries:resend",
  portal: { params: { id: "delivery" } },
  params: idParams("delivery"),
  answer: { status: 202, schema: delivery },
});

export const cancelDelivery = operation({
  id: "cancelDelivery",
  method: "post",
  path: "/deliveries/{id}/cancel",
  tag: "Deliveries",
  summary: "Stop the retries of a delivery",
  access: "deliveries:resend",
  portal: { params: { id: "delivery" } },
  params: idParams("delivery"),
  answer: { status: 202, schema: delivery },
});

export const getAttempt = operation({
  id: "getAttempt",
  method: "get",
  path: "/attempts/{id}",
  tag: "Deliveries",
  summary: "Get one HTTP request with its answer",
  description: "Values of custom headers are masked.",
  access: "read",
  portal: { params: { id: "attempt" } },
  params: idParams("attempt"),
  answer: { status: 200, schema: attempt },
});
