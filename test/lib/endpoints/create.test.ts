import { Webhook } from "standardwebhooks";
import { beforeAll, describe, expect, test } from "vitest";
import { maskedHeader } from "#lib/contracts/custom-headers.ts";
import { pool } from "#lib/db.ts";
import { signatureHeader } from "#lib/delivery/sign.ts";
import { loadTargets } from "#lib/endpoints/load-targets.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

const url = "http://127.0.0.1:9/hook";
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
});

const create = (body: object) => tenant.request("POST", "/endpoints", { url, ...body });
const target = async (publicId: string) => {
  const id = fromPublicId("endpoint", publicId) ?? "";
  return (await loadTargets(pool(), [id])).get(id);
};

test("an endpoint of a URL alone gets every event, a secret of its own and the defaults", async () => {
  const { status, headers, body } = await create({});
  expect(status).toBe(201);
  expect(headers.get("location")).toBe(`/api/v1/endpoints/${body.id}`);
  expect(body).toMatchObject({ url, eventTypes: ["*"], state: "enabled", headers: {}, retrySchedule: null });
  expect((await create({})).body.secret).not.toBe(body.secret);
});

test("what the worker signs with is the secret of the answer", async () => {
  const { body } = await create({});
  const keys = (await target(body.id))?.keys ?? [];
  const signed = {
    id: "evt_1",
    timestampSeconds: Math.floor(Date.now() / 1_000),
    body: Buffer.from("{}"),
    keys,
  };
  const headers = {
    "webhook-id": signed.id,
    "webhook-timestamp": String(signed.timestampSeconds),
    "webhook-signature": signatureHeader(signed),
  };
  expect(new Webhook(body.secret).verify("{}", headers)).toEqual({});
});

test("custom headers reach the worker as given and come back masked, from every answer", async () => {
  const headers = { "X-Api-Key": "s3cret value", authorization: "Basic abc" };
  const { body } = await create({ headers });
  const masked = { "X-Api-Key": maskedHeader, authorization: maskedHeader };
  expect(body.headers).toEqual(masked);
  expect((await tenant.request("GET", `/endpoints/${body.id}`)).body.headers).toEqual(masked);
  expect(await target(body.id)).toMatchObject({ headers });
});

test("an imported secret is kept", async () => {
  const secret = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
  expect((await create({ secret })).body.secret).toBe(secret);
});

test("neither secret nor header value stands in the database as text", async () => {
  const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
  await create({ secret, headers: { "x-token": "hidden-header-value" } });
  const { rows } = await pool().query<{ dump: string }>(
    `SELECT string_agg(endpoint::text, '') || (SELECT string_agg(secret::text, '') FROM endpoint_secrets secret)
            || (SELECT string_agg(entry::text, '') FROM audit_entries entry) AS dump FROM endpoints endpoint`,
  );
  const hex = (text: string) => Buffer.from(text).toString("hex");
  for (const hidden of [secret, "hidden-header-value"]) {
    expect(rows[0]?.dump).not.toContain(hidden);
    expect(rows[0]?.dump).not.toContain(hex(hidden));
  }
});

test("subscriptions given twice count once", async () => {
  const { body } = await create({ eventTypes: ["invoice.paid", "invoice.paid", "user.*"] });
  expect(body.eventTypes).toEqual(["invoice.paid", "user.*"]);
});

test("one may be created paused or disabled", async () => {
  expect((await create({ paused: true })).body).toMatchObject({ state: "paused", paused: true });
  expect((await create({ disabled: true })).body).toMatchObject({
    state: "disabled",
    disabledReason: "manual",
    disabledAt: expect.any(String),
  });
});

describe("egress policy", () => {
  test.each([
    "http://169.254.169.254/latest/meta-data",
    "http://10.0.0.1/hook",
    "http://localhost:3000/",
    "https://[::ffff:10.0.0.1]/",
    "https://user:password@example.com/",
    "https://example.com/#fragment",
    "ftp://example.com/",
    "http://2852039166/",
  ])("%s is refused with one generic sentence", async (blocked) => {
    const { status, body } = await create({ url: blocked });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: "blocked_url",
      detail: "Blocked by egress policy.",
      errors: [{ path: "url", message: "Blocked by egress policy" }],
    });
  });

  test("a URL is stored in its normal form", async () => {
    expect((await create({ url: "HTTP://127.0.0.1:9/a/../b" })).body.url).toBe("http://127.0.0.1:9/b");
  });

  test("what is no URL at all is said so", async () => {
    const { status, body } = await create({ url: "example.com/hook" });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "invalid_request", errors: [{ path: "url" }] });
  });
});

describe("refused with 422 at the field", () => {
  test.each<[string, object]>([
    ["eventTypes", { eventTypes: [] }],
    ["eventTypes.0", { eventTypes: ["in*"] }],
    ["headers.Host", { headers: { Host: "x" } }],
    ["headers.Webhook-Id", { headers: { "Webhook-Id": "x" } }],
    ["headers.x-a", { headers: { "x-a": "a\r\nb: c" } }],
    ["headers.x-b", { headers: { "x-b": maskedHeader } }],
    ["secret", { secret: "whsec_short" }],
    ["secret", { secret: `whsec_${Buffer.alloc(20).toString("base64")}AAAAAAA` }],
    ["timeoutSeconds", { timeoutSeconds: 31 }],
    ["retrySchedule", { retrySchedule: [] }],
    ["maxInFlight", { maxInFlight: 0 }],
    ["metadata", { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, ""])) }],
    ["tenantId", { tenantId: "x" }],
    ["description", { description: "\u0000" }],
  ])("%s", async (path, body) => {
    const answered = await create(body);
    expect(answered.status).toBe(422);
    expect(answered.body.errors.map((error) => error.path)).toContain(path);
  });
});

test("an unknown application is 404", async () => {
  expect((await create({ application: "nobody" })).status).toBe(404);
});
