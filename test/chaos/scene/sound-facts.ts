import { createHash, createHmac, randomBytes } from "node:crypto";
import { bodyOf } from "../ledgers/event-data.ts";
import { type Facts, owedKey, type Posted, type Request } from "../ledgers/facts.ts";
import { Entries } from "../ledgers/journal.ts";
import type { Post } from "../ledgers/lines.ts";

export const endpoint = "steady-0";
export const endpointId = "ep_steady";
export const startAt = Date.UTC(2026, 0, 1);

/** The ledgers of a short run in which one event was accepted and delivered, and nothing went wrong: a fresh copy each time. */
export function soundFacts(): Facts {
  const key = randomBytes(32);
  const posted = acknowledged("post-1", "evt_1");
  const requests = [requestOf(posted, { serial: 1, at: startAt + 1_100, key })];
  return withRequests(
    {
      events: [{ id: "evt_1", type: posted.post.type, key: posted.post.key }],
      deliveries: [
        {
          id: "dlv_1",
          eventId: "evt_1",
          eventType: posted.post.type,
          endpointId,
          status: "delivered",
          attemptCount: 1,
        },
      ],
      attempts: new Map([["dlv_1", [{ number: 1, responseStatus: 200, errorKind: null }]]]),
      posted: [posted],
      endpointNames: new Map([[endpointId, endpoint]]),
      journal: journalOf(key),
      samples: [{ at: startAt, sending: 0, jobs: 3, laterOfOne: 0 }],
    },
    requests,
  );
}

/** The same facts with these requests at the receiver. */
export function withRequests(
  facts: Omit<Facts, "requests" | "requestsOf">,
  requests: readonly Request[],
): Facts {
  const requestsOf = Map.groupBy(requests, (request) => owedKey(request.webhookId, request.endpoint));
  return { ...facts, requests: [...requests], requestsOf };
}

function acknowledged(key: string, eventId: string): Posted {
  const post: Post = {
    key,
    type: "order.created",
    tenant: "loud",
    application: "default",
    identity: "both",
    form: "single",
    padding: 0,
  };
  const ack = { at: startAt + 1_050, eventId, timestamp: new Date(startAt + 1_000).toISOString() };
  return { post, intentAt: startAt + 1_000, ack, refused: undefined, unknowns: [] };
}

function requestOf(
  posted: Posted,
  { serial, at, key }: { serial: number; at: number; key: Buffer },
): Request {
  const { eventId, timestamp } = posted.ack ?? { eventId: "", timestamp: "" };
  const body = bodyOf(posted.post, timestamp);
  const seconds = `${Math.floor(at / 1_000)}`;
  const mac = createHmac("sha256", key).update(`${eventId}.${seconds}.${body}`).digest("base64");
  return {
    kind: "arrival",
    serial,
    at,
    endpoint,
    webhookId: eventId,
    timestamp: seconds,
    signature: `v1,${mac}`,
    body: createHash("sha256").update(body).digest("hex"),
    status: 200,
    endedAt: at + 5,
  };
}

function journalOf(key: Buffer): Entries {
  const at = { from: startAt, to: startAt + 10 };
  const tenant = "loud";
  const subscribed = { application: "default", eventTypes: ["order.*"], maxInFlight: 2 };
  const secret = `whsec_${key.toString("base64")}`;
  return new Entries([
    { kind: "endpoint", endpoint, endpointId, tenant, state: "open", ...subscribed, ...at },
    { kind: "secret", endpoint, secret, overlapSeconds: 0, ...at },
  ]);
}
