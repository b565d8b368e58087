import { z } from "zod";
import { idParams, listQuery, page, timestamp } from "./fields.ts";
import { httpBody, httpHeaders } from "./http-message.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";

/** What the inbox can answer with; 0 never answers, so that the sender times out. */
export const inboxStatuses = [200, 204, 400, 401, 404, 410, 429, 500, 503, 0] as const;
export type InboxStatus = (typeof inboxStatuses)[number];

export const maxInboxDelaySeconds = 20;

/** Of a request's signature after Standard Webhooks; `unchecked` where no endpoint delivers to the URL. */
export const signatureChecks = ["verified", "wrong", "stale", "missing", "unchecked"] as const;
export type SignatureCheck = (typeof signatureChecks)[number];

const inboxStatus = z.literal(inboxStatuses).meta({ description: "0 never answers." });
const delaySeconds = z.int().min(0).max(maxInboxDelaySeconds);

export const inbox = z
  .object({
    url: z.string().meta({
      description: "Takes any method. `?status=503&delay=2` in an endpoint's URL overrides the answer.",
    }),
    status: inboxStatus,
    delaySeconds,
    createdAt: timestamp,
  })
  .meta({ id: "Inbox" });
export type Inbox = z.infer<typeof inbox>;

export const inboxRequest = z
  .object({
    id: id("inboxRequest"),
    method: z.string(),
    path: z.string(),
    eventType: z.string().nullable(),
    webhookId: z.string().nullable(),
    signature: z.enum(signatureChecks),
    endpoint: id("endpoint").nullable().meta({ description: "Whose secret the signature was checked with." }),
    bodyBytes: z.int(),
    status: z.int().meta({ description: "What was answered; 0 for no answer." }),
    delaySeconds: z.int(),
    receivedAt: timestamp,
  })
  .meta({ id: "InboxRequest" });
export type InboxRequest = z.infer<typeof inboxRequest>;

export const inboxRequestDetail = inboxRequest
  .extend({ headers: httpHeaders, body: httpBody, remoteAddress: z.string().nullable() })
  .meta({ id: "InboxRequestDetail" });
export type InboxRequestDetail = z.infer<typeof inboxRequestDetail>;

export const getInbox = operation({
  id: "getInbox",
  method: "get",
  path: "/inbox",
  tag: "Inbox",
  summary: "Get the test inbox",
  description: "Each tenant has one: a receiver at a URL of its own, to try deliveries with.",
  access: "read",
  answer: { status: 200, schema: inbox },
});

export const updateInbox = operation({
  id: "updateInbox",
  method: "patch",
  path: "/inbox",
  tag: "Inbox",
  summary: "Choose how the inbox answers",
  access: "endpoints:write",
  body: z.strictObject({ status: inboxStatus.optional(), delaySeconds: delaySeconds.optional() }),
  answer: { status: 200, schema: inbox },
});

export const renewInbox = operation({
  id: "renewInbox",
  method: "post",
  path: "/inbox/renew",
  tag: "Inbox",
  summary: "Give the inbox a new URL",
  description: "The old URL is 404 from then on; endpoints that deliver to it move to the new one.",
  access: "endpoints:write",
  answer: { status: 200, schema: inbox },
});

export const listInboxRequests = operation({
  id: "listInboxRequests",
  method: "get",
  path: "/inbox/requests",
  tag: "Inbox",
  summary: "List what the inbox received",
  description: "The newest 200 of the last 7 days.",
  access: "read",
  query: listQuery,
  answer: { status: 200, schema: page(inboxRequest) },
});

export const getInboxRequest = operation({
  id: "getInboxRequest",
  method: "get",
  path: "/inbox/requests/{id}",
  tag: "Inbox",
  summary: "Get a received request with headers and body",
  access: "read",
  params: idParams("inboxRequest"),
  answer: { status: 200, schema: inboxRequestDetail },
});

export const clearInbox = operation({
  id: "clearInbox",
  method: "delete",
  path: "/inbox/requests",
  tag: "Inbox",
  summary: "Forget what the inbox received",
  access: "endpoints:write",
  answer: { status: 204, schema: null },
});
