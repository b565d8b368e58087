import { afterAll, describe, expect, test } from "vitest";
import { getAttempt } from "#lib/attempts/get.ts";
import { attempt as attemptContract } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertAttempt, insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant } from "#test/support/rows.ts";

afterAll(closeDatabases);

const exactData = '{"b":1.0,"n":12345678901234567890, "a":"\\u00e9\\ud800 é","b":2}';
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const at = new Date(`${yesterday}T10:00:00.123Z`);

type Settings = Partial<Parameters<typeof insertAttempt>[1]> & { payloadFormat?: string };

async function attemptWith({ payloadFormat = "full", ...settings }: Settings = {}) {
  const tenant = await insertTenant();
  const { id: endpointId } = await insertEndpoint(tenant);
  const event = await insertEvent(tenant, { at, data: exactData });
  const deliveryId = await insertDelivery(tenant, { event, endpointId, payloadFormat });
  const uuid = await insertAttempt(tenant, { deliveryId, endpointId, ...settings });
  return { tenant, event, deliveryId, id: toPublicId("attempt", uuid) };
}

async function read(settings: Settings = {}) {
  const { tenant, id } = await attemptWith(settings);
  const found = await getAttempt(tenant.ctx, { id });
  expect(attemptContract.parse(found)).toEqual(found);
  return found;
}

describe("the request of an attempt", () => {
  test("has its body byte for byte as it was sent", async () => {
    const { request } = await read();
    const text = `{"type":"invoice.paid","timestamp":"${at.toISOString()}","data":${exactData}}`;
    expect(request.body).toEqual({ text, base64: null, bytes: Buffer.byteLength(text), truncated: false });
  });

  test("of an endpoint that takes the data alone has the data alone", async () => {
    const { request } = await read({ payloadFormat: "data" });
    expect(request.body.text).toBe(exactData);
  });

  test("has its url and headers as they were stored, in order", async () => {
    const requestHeaders: [string, string][] = [
      ["webhook-id", "evt_1"],
      ["x-token", "••••"],
    ];
    const { request } = await read({ url: "https://a.example/h?x=1", requestHeaders });
    expect(request).toMatchObject({
      method: "POST",
      url: "https://a.example/h?x=1",
      headers: requestHeaders,
    });
  });

  test("has no body once its event is past retention", async () => {
    const { tenant, event, id } = await attemptWith();
    await pool().query("DELETE FROM events WHERE id = $1", [event.id]);
    const { request, response } = await getAttempt(tenant.ctx, { id });
    expect(request.body).toEqual({ text: null, base64: null, bytes: 0, truncated: false });
    expect(response?.status).toBe(200);
  });
});

describe("the response of an attempt", () => {
  test("is text when it is UTF-8", async () => {
    const responseBody = Buffer.from("\ufeffgrüße 🎺");
    const { response } = await read({ responseBody });
    expect(response?.body).toEqual({
      text: "\ufeffgrüße 🎺",
      base64: null,
      bytes: responseBody.length,
      truncated: false,
    });
  });

  test.each([
    ["other bytes", Buffer.from([0xff, 0xfe, 0x01])],
    ["text with NUL", Buffer.from("a\u0000b")],
  ])("of %s is base64", async (_, responseBody) => {
    const { response } = await read({ responseBody });
    expect(response?.body).toMatchObject({ text: null, base64: responseBody.toString("base64") });
  });

  test("cut within a character stays text", async () => {
    const responseBody = Buffer.from("ok 🎺").subarray(0, 5);
    const { response } = await read({ responseBody, responseTruncated: true });
    expect(response?.body).toEqual({ text: "ok ", base64: null, bytes: 5, truncated: true });
  });

  test("is null when there was none, with the reason", async () => {
    const found = await read({
      responseStatus: null,
      responseHeaders: null,
      responseBody: null,
      errorKind: "timeout",
      errorMessage: "no answer within 15 s",
      timings: { dnsMs: 1, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 15_000 },
    });
    expect(found).toMatchObject({
      response: null,
      errorKind: "timeout",
      errorMessage: "no answer within 15 s",
      timings: { dnsMs: 1, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 15_000 },
      durationMs: 15_000,
    });
  });
});

test("an attempt names its delivery, event and endpoint", async () => {
  const { tenant, event, deliveryId, id } = await attemptWith();
  expect(await getAttempt(tenant.ctx, { id })).toMatchObject({
    id,
    delivery: toPublicId("delivery", deliveryId),
    event: toPublicId("event", event.id),
    remoteAddress: "203.0.113.9",
  });
});

test("another tenant's attempt is 404", async () => {
  const { id } = await attemptWith();
  const { ctx } = await insertTenant();
  await expect(getAttempt(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
});
