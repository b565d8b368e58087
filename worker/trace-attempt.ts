import type { Claim } from "#lib/deliveries/claim.ts";
import type { SendResult } from "#lib/delivery/send-result.ts";
import type { Target } from "#lib/endpoints/load-targets.ts";
import { toPublicId } from "#lib/ids.ts";
import { failSpan, inSpan, tracing } from "#lib/tracing.ts";

type Traced = { claim: Claim; target: Target };

/**
 * Sends in a span of the trace in which the event was accepted, whichever attempt it is; without traces it just sends.
 * Neither path nor query of the URL are told, since receivers put tokens there.
 */
export function traceAttempt(traced: Traced, send: () => Promise<SendResult>): Promise<SendResult> {
  if (!tracing()) return send();
  const parent = traced.claim.traceParent ?? undefined;
  return inSpan("POST", { kind: "client", parent, attributes: attributesOf(traced) }, async (span) => {
    const result = await send();
    if (!span) return result;
    const { response, error, remoteAddress } = result;
    if (response) span.setAttribute("http.response.status_code", response.status);
    if (remoteAddress) span.setAttribute("network.peer.address", remoteAddress);
    for (const [name, at] of stepsOf(result)) span.addEvent(name, at);
    if (error) failSpan(span, response ? String(response.status) : error.kind);
    return result;
  });
}

function attributesOf({ claim, target }: Traced) {
  return {
    "http.request.method": "POST",
    ...(claim.attemptNumber > 1 ? { "http.request.resend_count": claim.attemptNumber - 1 } : {}),
    ...addressOf(target.url),
    "messaging.message.id": toPublicId("event", claim.eventId),
    "posthorn.event.type": claim.eventType,
    "posthorn.tenant.id": toPublicId("tenant", claim.tenantId),
    "posthorn.endpoint.id": toPublicId("endpoint", claim.endpointId),
    "posthorn.delivery.id": toPublicId("delivery", claim.deliveryId),
  };
}

function addressOf(url: string) {
  const { protocol, hostname, port } = new URL(url);
  const scheme = protocol.slice(0, -1);
  const standardPort = scheme === "https" ? 443 : 80;
  return {
    "url.scheme": scheme,
    "server.address": hostname,
    "server.port": port === "" ? standardPort : Number(port),
  };
}

/** When each step of the attempt that happened was over. */
function stepsOf({ startedAt, timings }: SendResult): [string, Date][] {
  const { dnsMs, connectMs, tlsMs } = timings;
  const steps = { "dns resolved": dnsMs, connected: connectMs, "tls established": tlsMs };
  let endMs = startedAt.getTime();
  return Object.entries(steps).flatMap(([name, tookMs]): [string, Date][] => {
    if (tookMs === null) return [];
    endMs += tookMs;
    return [[name, new Date(endMs)]];
  });
}
