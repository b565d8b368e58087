import type { Claim } from "#lib/deliveries/claim.ts";
import { isHeld } from "#lib/deliveries/is-held.ts";
import type { Settlement } from "#lib/deliveries/settle.ts";
import type { SendRequest } from "#lib/delivery/attempt.ts";
import { deliveryBody } from "#lib/delivery/body.ts";
import { askedSeconds, type Decision, decide } from "#lib/delivery/decide.ts";
import { deliveryHeaders, maskHeaders } from "#lib/delivery/headers.ts";
import type { Sender } from "#lib/delivery/send.ts";
import type { SendResult } from "#lib/delivery/send-result.ts";
import { heldUp } from "#lib/delivery/transport-failure.ts";
import type { Target } from "#lib/endpoints/load-targets.ts";
import { env } from "#lib/env.ts";
import { failpoint } from "#lib/failpoint.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { version } from "#lib/version.ts";
import { isTooOld, maxAgeMs, timeOf } from "./claim-age.ts";
import { measureAttempt } from "./measure-attempt.ts";
import { traceAttempt } from "./trace-attempt.ts";

export type Performed = { settlement: Settlement; isGone: boolean };

/** Signs and sends one claimed delivery and decides what comes next; never throws for what a receiver does. */
export async function perform(claim: Claim, target: Target, sender: Sender): Promise<Performed> {
  const body = bodyOf(claim);
  const headers = headersOf(claim, target, body);
  const limits = limitsOf(target);
  const startedAt = timeOf(claim);
  const request = {
    ...{ lane: claim.endpointId, url: target.url, headers, body, timeoutMs: limits.timeoutMs },
    start: { askedMs: claim.askedMs, withinMs: maxAgeMs, confirm: () => isStillOwed(claim) },
  };
  const result = isTooOld(claim, limits)
    ? unsent
    : await traceAttempt({ claim, target }, () => send(claim, request, sender));
  return toPerformed(claim, { target, headers, result: { ...result, startedAt } });
}

/** While a receiver answers 429, 502, 503 or 504 its lane rests this long at least between claims. */
const restSeconds = 2;

const unsent: Omit<SendResult, "startedAt"> = {
  timings: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 0 },
  remoteAddress: null,
  response: null,
  error: heldUp,
};

/** While the database is away nobody can tell, and nothing is sent. */
function isStillOwed(claim: Claim): Promise<boolean> {
  return isHeld(claim).catch((error) => {
    log().warn({ err: error, deliveryId: claim.deliveryId }, "could not look whether it is still owed");
    return false;
  });
}

/** How long the attempt may take, and the lease that claim.ts gave it. */
function limitsOf({ timeoutSeconds }: Target): { timeoutMs: number; leaseMs: number } {
  const { attemptTimeoutMs, leaseMs } = env();
  if (timeoutSeconds === null) return { timeoutMs: attemptTimeoutMs, leaseMs };
  const timeoutMs = timeoutSeconds * 1_000;
  return { timeoutMs, leaseMs: Math.max(leaseMs, timeoutMs + 15_000) };
}

function bodyOf(claim: Claim): Buffer {
  return deliveryBody({
    type: claim.eventType,
    timestamp: claim.occurredAt.toISOString(),
    data: claim.data,
    format: claim.payloadFormat,
  });
}

function headersOf(claim: Claim, target: Target, body: Buffer): Record<string, string> {
  return deliveryHeaders({
    version,
    custom: target.headers,
    id: toPublicId("event", claim.eventId),
    timestampSeconds: Math.floor(timeOf(claim).getTime() / 1_000),
    body,
    keys: target.keys,
  });
}

async function send(claim: Claim, request: SendRequest, sender: Sender): Promise<SendResult> {
  failpoint("send.before-request");
  const result = await sender.send(request);
  failpoint("send.after-answer");
  measureAttempt(claim, result);
  if (result.error?.reason) {
    const { kind, reason } = result.error;
    log().warn({ endpointId: claim.endpointId, deliveryId: claim.deliveryId, kind, reason }, "not sent");
  }
  return result;
}

type Sent = { target: Target; headers: Record<string, string>; result: SendResult };

function toPerformed(claim: Claim, { target, headers, result }: Sent): Performed {
  const now = timeOf(claim);
  const schedule = target.retrySchedule.length > 0 ? target.retrySchedule : env().retrySchedule;
  const decision = decide({
    result,
    attemptNumber: claim.scheduleAttempt,
    ownFaults: claim.attemptNumber - claim.scheduleAttempt,
    schedule,
    random: Math.random,
    now,
  });
  const { response, error } = result;
  return {
    isGone: decision.kind === "gone",
    settlement: {
      leaseToken: claim.leaseToken,
      applicationId: claim.applicationId,
      eventType: claim.eventType,
      next: nextOf(decision),
      throttleSeconds: throttleOf(decision, result, now),
      attempt: {
        id: newId(),
        tenantId: claim.tenantId,
        deliveryId: claim.deliveryId,
        endpointId: claim.endpointId,
        number: claim.attemptNumber,
        url: target.url,
        requestHeaders: maskHeaders(headers, target.headers),
        responseStatus: response?.status ?? null,
        responseHeaders: response?.headers ?? null,
        responseBody: response?.body ?? null,
        responseTruncated: response?.truncated ?? false,
        errorKind: error?.kind ?? null,
        errorMessage: error?.message ?? null,
        remoteAddress: result.remoteAddress,
        timings: result.timings,
        startedAt: result.startedAt,
      },
    },
  };
}

function nextOf(decision: Decision): Settlement["next"] {
  if (decision.kind === "delivered") return { kind: "delivered" };
  if (decision.kind !== "retry") return { kind: "failed" };
  const { afterSeconds, spendsSchedule } = decision;
  return { kind: "retry", afterSeconds, spendsSchedule };
}

/** A Retry-After rests the whole lane as long as it asks, not only the delivery that was told. */
function throttleOf(decision: Decision, { response }: SendResult, now: Date): number | null {
  if (!("throttled" in decision) || !decision.throttled || !response) return null;
  return Math.max(restSeconds, askedSeconds(response, now));
}
