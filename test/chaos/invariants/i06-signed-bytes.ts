import { createHash } from "node:crypto";
import { bodyOf } from "../ledgers/event-data.ts";
import type { Facts, Posted, Request } from "../ledgers/facts.ts";
import type { Invariant } from "./invariant.ts";
import { type ActiveKeys, activeKeysOf, isSignedBy } from "./secrets.ts";

/** Receivers refuse a timestamp more than five minutes off (Standard Webhooks 1.0.0); ours are that of the attempt. */
const timestampToleranceSeconds = 15;

export const constantSignedBytes: Invariant = {
  name: "I6",
  promise:
    "webhook-id and body bytes are constant per event and endpoint, and each signature is valid for a secret active at send time",
  findBroken(facts) {
    const posted = new Map(facts.posted.map((each) => [each.ack?.eventId, each]));
    const activeKeys = activeKeysOf(facts.journal);
    return facts.requests.flatMap((request) => {
      const faults = [
        ...timestampFault(request),
        ...bodyFault(facts, request, posted.get(request.webhookId)),
        ...signatureFault(request, posted.get(request.webhookId), activeKeys),
      ];
      return faults.map(
        (fault) => `request ${request.serial} (${request.webhookId} at ${request.endpoint}) ${fault}`,
      );
    });
  },
};

function timestampFault({ timestamp, at }: Request): string[] {
  const offSeconds = Math.abs(Number(timestamp) - at / 1_000);
  return offSeconds <= timestampToleranceSeconds
    ? []
    : [`says it is of ${timestamp}, ${offSeconds.toFixed(0)} s off`];
}

function bodyFault({ requestsOf }: Facts, request: Request, posted: Posted | undefined): string[] {
  const first = requestsOf.get(`${request.webhookId} ${request.endpoint}`)?.[0];
  if (first && first.body !== request.body) return ["has another body than the first of its kind"];
  if (!posted?.ack) return [];
  const expected = createHash("sha256").update(bodyOf(posted.post, posted.ack.timestamp)).digest("hex");
  return expected === request.body ? [] : ["has another body than the producer's data make"];
}

function signatureFault(request: Request, posted: Posted | undefined, activeKeys: ActiveKeys): string[] {
  if (!posted?.ack) return [];
  const keys = activeKeys({ ...request, signedAt: Number(request.timestamp) * 1_000 });
  if (keys === undefined) return [];
  const signed = `${request.webhookId}.${request.timestamp}.${bodyOf(posted.post, posted.ack.timestamp)}`;
  const items = request.signature.split(" ");
  const foreign = items.filter((item) => !keys.some((key) => isSignedBy(item, signed, key)));
  return foreign.length === 0
    ? []
    : [`has ${foreign.length} of ${items.length} signatures of no active secret`];
}
