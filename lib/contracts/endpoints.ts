import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { checkHeaders, maskedHeader } from "./custom-headers.ts";
import {
  channel,
  eventTypeName,
  idParams,
  listQuery,
  metadata,
  page,
  retrySchedule,
  subscriptionPattern,
  timestamp,
} from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

export const endpointStates = ["enabled", "paused", "disabled"] as const;
export const disabledReasons = ["manual", "gone", "failing"] as const;

export const endpoint = z
  .object({
    id: id("endpoint"),
    application: id("application"),
    url: z.string(),
    description: z.string(),
    eventTypes: z.array(z.string()),
    channels: z.array(z.string()),
    headers: z
      .record(z.string(), z.string())
      .meta({ description: "Values are masked as •••• in every answer." }),
    payloadFormat: z.enum(["full", "data"]),
    retrySchedule: z.array(z.int()).nullable(),
    timeoutSeconds: z.int().nullable(),
    rateLimit: z.int().nullable().meta({ description: "Attempts per second; null is unlimited." }),
    maxInFlight: z.int(),
    metadata,
    disabled: z.boolean(),
    paused: z.boolean(),
    state: z.enum(endpointStates),
    disabledReason: z.enum(disabledReasons).nullable(),
    disabledAt: timestamp.nullable(),
    failingSince: timestamp
      .nullable()
      .meta({ description: "First failure since the last delivered attempt." }),
    throttledUntil: timestamp.nullable().meta({ description: "The receiver asked us to wait until then." }),
    pausedByFailuresUntil: timestamp.nullable().meta({
      description: "The circuit breaker is open: nothing is sent until then, then single probes are.",
    }),
    lastDeliveredAt: timestamp.nullable(),
    lastFailure: z.string().nullable(),
    previousSecretsUntil: z
      .array(timestamp)
      .meta({ description: "Until when each former secret still signs; empty outside a rotation." }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: "Endpoint" });
export type Endpoint = z.infer<typeof endpoint>;

const headers = z.record(z.string(), z.string()).superRefine(refuseHeaders);

const changedHeaders = z
  .record(z.string(), z.string())
  .superRefine((given, ctx) => {
    const pairs = Object.entries(given).map(([name, value]) => [name, value === maskedHeader ? "" : value]);
    refuseHeaders(Object.fromEntries(pairs), ctx);
  })
  .meta({ description: `All headers; one given as ${maskedHeader} keeps its stored value.` });

function refuseHeaders(given: Record<string, string>, ctx: z.RefinementCtx): void {
  for (const { path, message } of checkHeaders(given))
    ctx.addIssue({ code: "custom", path: path === "" ? [] : [path], message });
}

const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, "must be whsec_ and the base64 of 24 to 64 bytes");

export const createEndpointBody = z.strictObject({
  url: z.string().trim().min(1).max(2_048),
  description: z.string().max(500).optional(),
  application: applicationRef.optional(),
  eventTypes: z.array(subscriptionPattern).min(1).max(200).default(["*"]),
  channels: z.array(channel).max(50).optional(),
  headers: headers.optional(),
  payloadFormat: z.enum(["full", "data"]).optional(),
  retrySchedule: retrySchedule.nullable().optional(),
  timeoutSeconds: z.int().min(1).max(30).nullable().optional(),
  rateLimit: z.int().min(1).max(10_000).nullable().optional(),
  maxInFlight: z.int().min(1).max(1_000).optional(),
  disabled: z.boolean().optional(),
  paused: z.boolean().optional(),
  metadata: metadata.optional(),
  secret: secret
    .optional()
    .meta({ description: "Imports an existing Standard Webhooks secret; generated if absent." }),
});

const { eventTypes, ...otherFields } = createEndpointBody.omit({ application: true, secret: true }).shape;
export const updateEndpointBody = z
  .strictObject({ ...otherFields, eventTypes: eventTypes.unwrap(), headers: changedHeaders })
  .partial();

export const createEndpoint = operation({
  id: "createEndpoint",
  method: "post",
  path: "/endpoints",
  tag: "Endpoints",
  summary: "Create an endpoint",
  description: "The signing secret is in this answer only; later it is behind GET /endpoints/{id}/secret.",
  access: "endpoints:write",
  portal: { application: "body" },
  body: createEndpointBody,
  answer: { status: 201, schema: endpoint.extend({ secret: z.string() }).meta({ id: "CreatedEndpoint" }) },
});

export const listEndpoints = operation({
  id: "listEndpoints",
  method: "get",
  path: "/endpoints",
  tag: "Endpoints",
  summary: "List endpoints",
  access: "read",
  portal: { application: "query" },
  query: listQuery.extend({
    application: applicationRef.optional(),
    state: z.enum(endpointStates).optional(),
    eventType: eventTypeName.optional().meta({ description: "Endpoints that receive this event type." }),
    needsAttention: z
      .enum(["true"])
      .optional()
      .meta({ description: "Only endpoints that are failing, paused or disabled." }),
    q: z.string().max(200).optional(),
  }),
  answer: { status: 200, schema: page(endpoint) },
});

export const getEndpoint = operation({
  id: "getEndpoint",
  method: "get",
  path: "/endpoints/{id}",
  tag: "Endpoints",
  summary: "Get an endpoint",
  access: "read",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  answer: { status: 200, schema: endpoint },
});

export const updateEndpoint = operation({
  id: "updateEndpoint",
  method: "patch",
  path: "/endpoints/{id}",
  tag: "Endpoints",
  summary: "Update, pause, disable or enable an endpoint",
  description: "Disabling cancels open deliveries; pausing keeps them waiting.",
  access: "endpoints:write",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  body: updateEndpointBody,
  answer: { status: 200, schema: endpoint },
});

export const removeEndpoint = operation({
  id: "removeEndpoint",
  method: "delete",
  path: "/endpoints/{id}",
  tag: "Endpoints",
  summary: "Delete an endpoint",
  description: "Open deliveries become canceled; the logs keep the endpoint's name.",
  access: "endpoints:write",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  answer: { status: 204, schema: null },
});

const previousSecrets = z.array(z.object({ validUntil: timestamp }));
const endpointSecret = z
  .object({ secret: z.string(), previous: previousSecrets })
  .meta({ id: "EndpointSecret", description: "previous: until when each former secret still signs." });

export const getEndpointSecret = operation({
  id: "getEndpointSecret",
  method: "get",
  path: "/endpoints/{id}/secret",
  tag: "Endpoints",
  summary: "Reveal the signing secret",
  description: "Every reveal is in the audit log.",
  access: "secrets:manage",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  answer: { status: 200, schema: endpointSecret },
});

export const rotateEndpointSecretBody = z.strictObject({
  overlapSeconds: z.int().min(0).max(604_800).default(86_400),
  secret: secret.optional(),
});

export const rotateEndpointSecret = operation({
  id: "rotateEndpointSecret",
  method: "post",
  path: "/endpoints/{id}/secret/rotate",
  tag: "Endpoints",
  summary: "Rotate the signing secret",
  description: "Old and new secret both sign until the overlap ends.",
  access: "secrets:manage",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  body: rotateEndpointSecretBody,
  answer: { status: 200, schema: endpointSecret },
});

export const expirePreviousSecrets = operation({
  id: "expirePreviousSecrets",
  method: "post",
  path: "/endpoints/{id}/secret/expire-previous",
  tag: "Endpoints",
  summary: "End the overlap of a rotation now",
  description: "From now on only the current secret signs.",
  access: "secrets:manage",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  answer: { status: 200, schema: z.object({ expired: z.int() }) },
});

export const testEndpoint = operation({
  id: "testEndpoint",
  method: "post",
  path: "/endpoints/{id}/test",
  tag: "Endpoints",
  summary: "Send one signed test event now",
  access: "deliveries:resend",
  portal: { params: { id: "endpoint" } },
  params: idParams("endpoint"),
  body: z.strictObject({
    eventType: eventTypeName.optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
  answer: { status: 202, schema: z.object({ deliveryId: id("delivery"), eventId: id("event") }) },
});
