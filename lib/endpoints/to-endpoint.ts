import { maskedHeader } from "../contracts/custom-headers.ts";
import type { Endpoint } from "../contracts/endpoints.ts";
import { toPublicId } from "../ids.ts";
import { maskUrl } from "../log.ts";
import type { EndpointRow } from "./find.ts";
import { openHeaders } from "./sealed-headers.ts";

/** The contract's shape of an endpoint's row; values of custom headers are masked, secrets are not in it. */
export function toEndpoint(row: EndpointRow): Endpoint {
  return {
    id: toPublicId("endpoint", row.id),
    application: toPublicId("application", row.applicationId),
    ...settingsOf(row),
    ...stateOf(row),
    failingSince: row.health?.failingSince?.toISOString() ?? null,
    throttledUntil: ahead(row.health?.throttledUntil),
    pausedByFailuresUntil: row.health?.openUntil?.toISOString() ?? null,
    lastDeliveredAt: row.health?.lastDeliveredAt?.toISOString() ?? null,
    lastFailure: row.health?.lastFailure ?? null,
    previousSecretsUntil: liveUntil(row.secrets),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A moment that is still to come; pages draw from it, and must not draw otherwise a second later. */
function ahead(moment: Date | null | undefined): string | null {
  return moment && moment.getTime() > Date.now() ? moment.toISOString() : null;
}

/** An endpoint as the audit log names it; the query of its URL may hold a token. */
export function endpointTarget({ id, url }: Pick<EndpointRow, "id" | "url">) {
  return { kind: "endpoint", id: toPublicId("endpoint", id), label: maskUrl(url) };
}

function settingsOf(row: EndpointRow) {
  return {
    url: row.url,
    description: row.description,
    eventTypes: row.eventTypes,
    channels: row.channels,
    headers: masked(openHeaders(row)),
    payloadFormat: row.payloadFormat === "data" ? ("data" as const) : ("full" as const),
    retrySchedule: row.retrySchedule.length > 0 ? row.retrySchedule : null,
    timeoutSeconds: row.timeoutSeconds,
    rateLimit: row.rateLimit,
    maxInFlight: row.maxInFlight,
    metadata: row.metadata as Record<string, string>,
  };
}

function stateOf(row: EndpointRow) {
  return {
    disabled: row.state === "disabled",
    paused: row.state === "paused",
    state: row.state,
    disabledReason: row.disabledReason as Endpoint["disabledReason"],
    disabledAt: row.disabledAt?.toISOString() ?? null,
  };
}

function liveUntil(secrets: EndpointRow["secrets"]): string[] {
  const now = new Date();
  return secrets.flatMap(({ expiresAt }) => (expiresAt && expiresAt > now ? [expiresAt.toISOString()] : []));
}

function masked(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(headers).map((name) => [name, maskedHeader]));
}
