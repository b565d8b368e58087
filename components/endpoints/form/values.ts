import type { z } from "zod";
import type { createEndpointBody, Endpoint } from "#lib/contracts/endpoints.ts";
import { formatSchedule, parseSchedule } from "./retry-schedule.ts";

/** What the form holds: texts where a person types, so that nothing typed is lost by reading it. */
export type EndpointValues = {
  url: string;
  description: string;
  eventTypes: string[];
  application: string | null;
  channels: string[];
  headers: { name: string; value: string }[];
  payloadFormat: "full" | "data";
  /** Whether the endpoint has a retry schedule of its own. */
  scheduleSource: "tenant" | "own";
  retrySchedule: string;
  timeoutSeconds: string;
  rateLimit: string;
  maxInFlight: string;
  secret: string;
};

export const emptyValues: EndpointValues = {
  url: "",
  description: "",
  eventTypes: ["*"],
  application: null,
  channels: [],
  headers: [],
  payloadFormat: "full",
  scheduleSource: "tenant",
  retrySchedule: "5s, 5m, 30m, 2h, 5h, 10h, 14h, 20h, 1d",
  timeoutSeconds: "",
  rateLimit: "",
  maxInFlight: "",
  secret: "",
};

export function valuesOf(endpoint: Endpoint): EndpointValues {
  return {
    ...emptyValues,
    url: endpoint.url,
    description: endpoint.description,
    eventTypes: endpoint.eventTypes,
    application: endpoint.application,
    channels: endpoint.channels,
    headers: Object.entries(endpoint.headers).map(([name, value]) => ({ name, value })),
    payloadFormat: endpoint.payloadFormat,
    scheduleSource: endpoint.retrySchedule ? "own" : "tenant",
    retrySchedule: endpoint.retrySchedule
      ? formatSchedule(endpoint.retrySchedule)
      : emptyValues.retrySchedule,
    timeoutSeconds: endpoint.timeoutSeconds?.toString() ?? "",
    rateLimit: endpoint.rateLimit?.toString() ?? "",
    maxInFlight: endpoint.maxInFlight.toString(),
  };
}

export type EndpointBody = z.input<typeof createEndpointBody>;

/** The form's values as the API takes them; numbers that cannot be read are NaN, which the contract refuses. */
export function toBody(values: EndpointValues): EndpointBody {
  return {
    url: values.url.trim(),
    description: values.description,
    eventTypes: values.eventTypes,
    ...(values.application ? { application: values.application } : {}),
    channels: values.channels,
    headers: Object.fromEntries(givenHeaders(values).map(({ name, value }) => [name.trim(), value])),
    payloadFormat: values.payloadFormat,
    retrySchedule: values.scheduleSource === "own" ? parseSchedule(values.retrySchedule) : null,
    timeoutSeconds: toNumber(values.timeoutSeconds),
    rateLimit: toNumber(values.rateLimit),
    ...(values.maxInFlight.trim() ? { maxInFlight: Number(values.maxInFlight) } : {}),
    ...(values.secret.trim() ? { secret: values.secret.trim() } : {}),
  };
}

/** An empty row is not a header. */
export function givenHeaders({ headers }: EndpointValues): EndpointValues["headers"] {
  return headers.filter(({ name, value }) => name.trim() !== "" || value !== "");
}

function toNumber(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}

/** Only what was changed, so that a change somebody else made meanwhile stays. */
export function changedBody(values: EndpointValues, changed: readonly string[]): Partial<EndpointBody> {
  const keys = new Set(changed.map((name) => (name === "scheduleSource" ? "retrySchedule" : name)));
  return Object.fromEntries(Object.entries(toBody(values)).filter(([key]) => keys.has(key)));
}
