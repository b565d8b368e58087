import { beforeEach, describe, expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { testEndpoint } from "#lib/endpoints/test.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
beforeEach(async () => {
  tenant = await createTenantForTest();
});

const post = (path: string, body: unknown, key: string) =>
  tenant.request("POST", path, body, { "idempotency-key": key });
const endpoint = { url: "http://127.0.0.1:9/" };

test("the same key and body return the first answer, secret and all, and do it once", async () => {
  const first = await post("/endpoints", endpoint, "k1");
  const again = await post("/endpoints", endpoint, "k1");
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect(await prisma().endpoint.count({ where: { tenantId: tenant.tenantId } })).toBe(1);
});

test("the kept answer is sealed: its secret does not stand in the database", async () => {
  const { body } = await post("/endpoints", endpoint, "k1");
  const { answer } = await prisma().idempotencyKey.findFirstOrThrow({ where: { tenantId: tenant.tenantId } });
  expect(Buffer.from(answer ?? []).includes(body.secret)).toBe(false);
});

test("the same key with another body, or elsewhere, is 422 and does nothing", async () => {
  await post("/endpoints", endpoint, "k1");
  for (const { status, body } of [
    await post("/endpoints", { ...endpoint, description: "other" }, "k1"),
    await post("/applications", { name: "x" }, "k1"),
    await post("/events", { type: "a.b", data: {} }, "k1"),
  ]) {
    expect([status, body.code]).toEqual([422, "idempotency_key_reused"]);
  }
  expect(await prisma().application.count({ where: { tenantId: tenant.tenantId } })).toBe(1);
});

test("of twins at once one does it and all get its answer", async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => post("/api-keys", { name: "twin" }, "twins")),
  );
  expect(new Set(answers.map(({ body }) => body.key)).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await prisma().apiKey.count({ where: { tenantId: tenant.tenantId, name: "twin" } })).toBe(1);
});

test("what was refused is not kept: the corrected request may use the key", async () => {
  expect((await post("/endpoints", { url: "http://10.0.0.1/" }, "k1")).status).toBe(422);
  expect((await post("/endpoints", endpoint, "k1")).status).toBe(201);
  await post("/event-types", { name: "a" }, "k2");
  expect((await post("/event-types", { name: "a" }, "k3")).status).toBe(409);
  expect((await post("/event-types", { name: "b" }, "k3")).status).toBe(201);
});

test("another tenant's key is another key", async () => {
  const other = await createTenantForTest();
  const first = await post("/endpoints", endpoint, "same");
  const second = await other.request("POST", "/endpoints", endpoint, { "idempotency-key": "same" });
  expect(second.body.id).not.toBe(first.body.id);
});

test("a repeat still needs the right: a weaker key of the tenant learns nothing", async () => {
  await post("/endpoints", endpoint, "k1");
  const weak = await tenant.withScopes("events:write");
  const { status } = await weak("POST", "/endpoints", endpoint, { "idempotency-key": "k1" });
  expect(status).toBe(403);
});

describe("other POSTs", () => {
  test("rotating twice under one key rotates once", async () => {
    const { id } = (await post("/endpoints", endpoint, "create")).body;
    const first = await post(`/endpoints/${id}/secret/rotate`, {}, "rotate");
    expect((await post(`/endpoints/${id}/secret/rotate`, {}, "rotate")).body).toEqual(first.body);
    const { rows } = await pool().query(
      "SELECT 1 FROM endpoint_secrets JOIN endpoints e ON e.id = endpoint_id WHERE tenant_id = $1",
      [tenant.tenantId],
    );
    expect(rows).toHaveLength(2);
  });

  test("a test send under one key is sent once, and only with the key that remembers it", async () => {
    const { id } = (await post("/endpoints", endpoint, "create")).body;
    const first = await post(`/endpoints/${id}/test`, {}, "test");
    expect(first.status).toBe(202);
    expect((await post(`/endpoints/${id}/test`, {}, "test")).body).toEqual(first.body);
    const { tenantId } = tenant;
    const ctx = { tenantId, actor: { kind: "system", id: null, label: "test" } } as const;
    const lost = prisma().$transaction(async (tx) => {
      await testEndpoint({ ...ctx, tx }, { endpointId: id });
      throw new Error("the end of the process");
    });
    await expect(lost).rejects.toThrow("the end of the process");
    expect(await prisma().event.count({ where: { tenantId } })).toBe(1);
    expect(await prisma().delivery.count({ where: { tenantId } })).toBe(1);
  });

  test("an event under one key is one event", async () => {
    const event = { type: "a.b", data: { n: 1 } };
    const first = await post("/events", event, "event");
    expect((await post("/events", event, "event")).body).toEqual(first.body);
  });
});

test("a key of 256 characters is refused, on GET it means nothing", async () => {
  expect((await post("/endpoints", endpoint, "k".repeat(256))).status).toBe(400);
  expect((await post("/endpoints", endpoint, "k".repeat(255))).status).toBe(201);
  const headers = { "idempotency-key": "k1" };
  expect((await tenant.request("GET", "/endpoints", undefined, headers)).body.data).toHaveLength(1);
  await post("/endpoints", endpoint, "k1");
  expect((await tenant.request("GET", "/endpoints", undefined, headers)).body.data).toHaveLength(2);
});
