import { z } from "zod";
import { applicationRef } from "./applications.ts";
import { deliveryFilter } from "./deliveries.ts";
import { errorKinds } from "./error-kinds.ts";
import { eventTypeName, idParams, listOf, listQuery, page, timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

/** What a replay may re-open; what is pending or being sent is on its way already. */
export const replayableStatuses = ["failed", "canceled", "retrying", "delivered"] as const;
export type ReplayableStatus = (typeof replayableStatuses)[number];

export const replayStatuses = ["running", "paused", "completed", "canceled"] as const;
export type ReplayStatus = (typeof replayStatuses)[number];

const errorKind = z.enum(errorKinds);
const replayableStatus = z.enum(replayableStatuses);

export const replayScope = z.strictObject({
  endpoint: id("endpoint").optional(),
  application: applicationRef.optional(),
  eventTypes: listOf(eventTypeName).optional(),
  status: listOf(replayableStatus).optional().meta({
    description: "Failed and canceled ones if absent. `delivered` sends again what arrived.",
  }),
  responseStatus: deliveryFilter.shape.responseStatus,
  errorKind: deliveryFilter.shape.errorKind,
  since: timestamp.meta({ description: "Deliveries made at this time or later; within retention." }),
  until: timestamp.meta({
    description: "Deliveries made before this time, at most until the replay starts.",
  }),
});
export type ReplayScope = z.output<typeof replayScope>;

const count = z.int().min(0);

export const replayPreview = z
  .object({
    count: count.meta({ description: "Deliveries in the scope; at least so many unless `isExact`." }),
    isExact: z.boolean(),
    skipped: count.meta({ description: "Of these, to endpoints that are disabled or deleted now." }),
    estimatedSeconds: z.number().min(0).meta({
      description:
        "At the endpoints' rate limits, requests in flight and usual response time of the last day.",
    }),
    sample: id("delivery").nullable().meta({ description: "The newest of them, to try one first." }),
  })
  .meta({ id: "ReplayPreview" });
export type ReplayPreview = z.infer<typeof replayPreview>;

export const replay = z
  .object({
    id: id("replay"),
    status: z.enum(replayStatuses),
    scope: z.object({
      endpoint: id("endpoint").nullable(),
      endpointUrl: z.string().nullable(),
      application: id("application").nullable(),
      applicationName: z.string().nullable(),
      eventTypes: z.array(z.string()).meta({ description: "All when empty." }),
      status: z.array(replayableStatus),
      responseStatus: z.string().nullable(),
      errorKind: z.array(errorKind),
      since: timestamp,
      until: timestamp,
    }),
    total: count
      .nullable()
      .meta({ description: "Deliveries in the scope at the start; null until counted." }),
    opened: count.meta({ description: "Handed to their endpoints again so far." }),
    skipped: count.meta({ description: "Not sent: endpoint closed, or changed by somebody else meanwhile." }),
    waiting: count.meta({ description: "Opened, and waiting for or in their first attempt." }),
    retrying: count,
    delivered: count,
    failed: count,
    canceled: count,
    startedBy: z.object({ kind: z.enum(["user", "apiKey", "portal", "system"]), label: z.string() }),
    createdAt: timestamp,
    finishedAt: timestamp.nullable(),
  })
  .meta({ id: "Replay" });
export type Replay = z.infer<typeof replay>;

export const replayLane = z
  .object({
    endpoint: id("endpoint"),
    endpointUrl: z.string(),
    endpointState: z.enum(["enabled", "paused", "disabled", "deleted"]),
    total: count,
    opened: count,
    skipped: count,
    skippedReason: z.enum(["disabled", "deleted", "changed"]).nullable(),
    heldBackBy: z
      .enum(["pause", "throttle", "failures"])
      .nullable()
      .meta({ description: "Why nothing is opened for this endpoint right now." }),
  })
  .meta({ id: "ReplayLane" });
export type ReplayLane = z.infer<typeof replayLane>;

export const replayDetail = replay
  .extend({
    estimatedSeconds: z.number().min(0).nullable().meta({ description: "Left, while it runs or is paused." }),
    endpoints: z.array(replayLane).meta({ description: "At most 250, those with most left first." }),
  })
  .meta({ id: "ReplayDetail" });
export type ReplayDetail = z.infer<typeof replayDetail>;

export const createReplay = operation({
  id: "createReplay",
  method: "post",
  path: "/replays",
  tag: "Replays",
  summary: "Resend many deliveries",
  description:
    "Opens them again at the pace of their endpoints, oldest first; webhook-id stays the same. While a replay of the same scope runs or is paused, that one is answered. With `dryRun` nothing is sent and 200 tells how many there are.",
  access: "deliveries:resend",
  portal: { application: "body", body: { endpoint: "endpoint" } },
  body: replayScope.extend({ dryRun: z.boolean().optional() }),
  answer: { status: 202, schema: replay },
  dryRun: { status: 200, schema: replayPreview },
});

export const listReplays = operation({
  id: "listReplays",
  method: "get",
  path: "/replays",
  tag: "Replays",
  summary: "List replays",
  access: "read",
  portal: { application: "query" },
  query: listQuery.extend({
    application: applicationRef
      .optional()
      .meta({ description: "Application id or uid: replays that were started for it alone." }),
    status: listOf(z.enum(replayStatuses)).optional(),
  }),
  answer: { status: 200, schema: page(replay) },
});

export const getReplay = operation({
  id: "getReplay",
  method: "get",
  path: "/replays/{id}",
  tag: "Replays",
  summary: "Get a replay with its progress by endpoint",
  access: "read",
  portal: { params: { id: "replay" } },
  params: idParams("replay"),
  answer: { status: 200, schema: replayDetail },
});

export const pauseReplay = operation({
  id: "pauseReplay",
  method: "post",
  path: "/replays/{id}/pause",
  tag: "Replays",
  summary: "Pause a replay",
  description: "Nothing more is opened; what was opened, about a second's worth, still goes out.",
  access: "deliveries:resend",
  portal: { params: { id: "replay" } },
  params: idParams("replay"),
  answer: { status: 202, schema: replay },
});

export const resumeReplay = operation({
  id: "resumeReplay",
  method: "post",
  path: "/replays/{id}/resume",
  tag: "Replays",
  summary: "Resume a replay",
  access: "deliveries:resend",
  portal: { params: { id: "replay" } },
  params: idParams("replay"),
  answer: { status: 202, schema: replay },
});

export const cancelReplay = operation({
  id: "cancelReplay",
  method: "post",
  path: "/replays/{id}/cancel",
  tag: "Replays",
  summary: "Cancel a replay",
  description: "For good: what it has not opened yet stays as it is, what it has opened still goes out.",
  access: "deliveries:resend",
  portal: { params: { id: "replay" } },
  params: idParams("replay"),
  answer: { status: 202, schema: replay },
});
