import { expect, test } from "vitest";
import { resolveChanged, resolveNew } from "#components/endpoints/form/resolve.ts";
import {
  changedBody,
  type EndpointValues,
  emptyValues,
  toBody,
  valuesOf,
} from "#components/endpoints/form/values.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

const endpoint: Endpoint = {
  id: "ep_01jd7w4c8xf0x9s3y6z1v2k5mn",
  application: "app_01jd7w4c8xf0x9s3y6z1v2k5mn",
  url: "https://example.com/hooks",
  description: "Billing",
  eventTypes: ["invoice.*"],
  channels: ["eu"],
  headers: { "X-Team": "••••" },
  payloadFormat: "data",
  retrySchedule: [5, 300],
  timeoutSeconds: 10,
  rateLimit: null,
  maxInFlight: 16,
  metadata: {},
  disabled: false,
  paused: false,
  state: "enabled",
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  throttledUntil: null,
  pausedByFailuresUntil: null,
  lastDeliveredAt: null,
  lastFailure: null,
  previousSecretsUntil: [],
  createdAt: "2026-11-23T09:30:00.000Z",
  updatedAt: "2026-11-23T09:30:00.000Z",
};

async function faultsOf(values: Partial<EndpointValues>): Promise<unknown> {
  const options = { fields: {}, shouldUseNativeValidation: false };
  const given = { ...emptyValues, url: "https://example.com", ...values };
  return (await resolveNew(given, undefined, options)).errors;
}

test("what the API answered goes back unchanged through the form", () => {
  const { url, description, eventTypes, channels, headers, payloadFormat } = endpoint;
  const { retrySchedule, timeoutSeconds, rateLimit, maxInFlight, application } = endpoint;
  expect(toBody(valuesOf(endpoint))).toEqual({
    ...{ url, description, eventTypes, channels, headers, payloadFormat, application },
    ...{ retrySchedule, timeoutSeconds, rateLimit, maxInFlight },
  });
});

test("only what was changed is sent, a schedule also when its source changed", () => {
  const values: EndpointValues = { ...valuesOf(endpoint), scheduleSource: "tenant" };
  expect(changedBody(values, ["scheduleSource", "description"])).toEqual({
    description: "Billing",
    retrySchedule: null,
  });
});

test("settings as they came are taken as they are, masked headers too", async () => {
  const options = { fields: {}, shouldUseNativeValidation: false };
  expect((await resolveChanged(valuesOf(endpoint), undefined, options)).errors).toEqual({});
  const typed = { ...valuesOf(endpoint), headers: [{ name: "X-Team", value: "Zoë" }] };
  expect((await resolveChanged(typed, undefined, options)).errors).toHaveProperty("headers");
});

test("an empty form with a URL is what the API takes", async () => {
  expect(await faultsOf({})).toEqual({});
});

test.each([
  [{ url: " " }, "url", "Fill this in."],
  [{ eventTypes: [] }, "eventTypes", "Choose at least one."],
  [{ timeoutSeconds: "31" }, "timeoutSeconds", "Use 30 or less."],
  [{ timeoutSeconds: "ten" }, "timeoutSeconds", "Use a number."],
  [{ rateLimit: "1.5" }, "rateLimit", "Use a whole number."],
  [{ maxInFlight: "0" }, "maxInFlight", "Use 1 or more."],
] satisfies [Partial<EndpointValues>, string, string][])(
  "%j is refused at its field",
  async (values, field, message) => {
    expect(await faultsOf(values)).toMatchObject({ [field]: { message } });
  },
);

test("a schedule that cannot be read is refused in words that say how to write one", async () => {
  const errors = await faultsOf({ scheduleSource: "own", retrySchedule: "soon" });
  expect(errors).toMatchObject({ retrySchedule: { message: expect.stringContaining("5s, 5m") } });
});

test("a refused header is shown in its row", async () => {
  const headers = [
    { name: "X-Team", value: "a" },
    { name: "Host", value: "b" },
  ];
  expect(await faultsOf({ headers })).toMatchObject({
    headers: [undefined, { name: { message: expect.stringContaining("Host") } }],
  });
});

test("a header given twice is refused, an empty row is not a header", async () => {
  const twice = [
    { name: "X-Team", value: "a" },
    { name: "x-team", value: "b" },
  ];
  expect(await faultsOf({ headers: twice })).toMatchObject({ headers: expect.anything() });
  expect(await faultsOf({ headers: [{ name: "", value: "" }] })).toEqual({});
});
