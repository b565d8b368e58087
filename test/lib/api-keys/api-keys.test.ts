import { beforeAll, describe, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { fromPublicId } from "#lib/ids.ts";
import { callApi } from "#test/support/api.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await createTenantForTest();
});

const me = (authorization: string) => callApi({ method: "GET", path: "/me", headers: { authorization } });

describe("create", () => {
  test("the key is in this answer only, works at once, and the database keeps a hash", async () => {
    const { status, body } = await tenant.request("POST", "/api-keys", { name: "CI", scopes: ["read"] });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^phk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/);
    expect(body.key.startsWith(`${body.prefix}_`)).toBe(true);
    expect((await me(`Bearer ${body.key}`)).body).toMatchObject({ actor: { kind: "apiKey", id: body.id } });
    const read = await tenant.request("GET", `/api-keys/${body.id}`);
    expect(read.body).toEqual({ ...body, key: undefined, lastUsedAt: read.body.lastUsedAt });
    const row = await prisma().apiKey.findUniqueOrThrow({
      where: { id: fromPublicId("apiKey", body.id) ?? "" },
    });
    expect(JSON.stringify(row)).not.toContain(body.key.slice(13));
  });

  test("what it says nothing of is the least: posting events", async () => {
    expect((await tenant.request("POST", "/api-keys", { name: "producer" })).body.scopes).toEqual([
      "events:write",
    ]);
  });

  test("who may make keys makes none that may do more than they may", async () => {
    const wide = { name: "wide", scopes: ["manage"] };
    for (const role of ["developer", "admin", "owner"] as const) {
      expect((await (await tenant.withRole(role))("POST", "/api-keys", wide)).status).toBe(201);
    }
    expect((await (await tenant.withScopes("manage"))("POST", "/api-keys", wide)).status).toBe(201);
    expect((await (await tenant.withRole("support"))("POST", "/api-keys", wide)).status).toBe(403);
    expect((await (await tenant.withScopes("events:write", "read"))("POST", "/api-keys", wide)).status).toBe(
      403,
    );
  });

  test.each<[string, object]>([
    ["name", { name: "" }],
    ["scopes.0", { name: "x", scopes: ["root"] }],
    ["scopes", { name: "x", scopes: [] }],
    ["expiresAt", { name: "x", expiresAt: "2020-01-01T00:00:00Z" }],
    ["expiresAt", { name: "x", expiresAt: "soon" }],
    ["key", { name: "x", key: "phk_mine" }],
  ])("a faulty %s is 422", async (path, body) => {
    const answered = await tenant.request("POST", "/api-keys", body);
    expect(answered.status).toBe(422);
    expect(answered.body.errors.map((error) => error.path)).toContain(path);
  });
});

describe("authentication", () => {
  test.each([
    ["no key", ""],
    ["another scheme", "Basic abc"],
    ["no scheme", "phk_abcdefgh_0123456789012345678901234567890123456789012"],
    ["an unknown prefix", "Bearer phk_zzzzzzzz_0123456789012345678901234567890123456789012"],
    ["a short secret", "Bearer phk_abcdefgh_short"],
    ["SQL", "Bearer phk_abcdefgh_' OR 1=1 --"],
    ["a very long one", `Bearer phk_abcdefgh_${"a".repeat(8_000)}`],
  ])("%s is 401", async (_, authorization) => {
    const { status, headers, body } = await me(authorization);
    expect(status).toBe(401);
    expect(body.code).toBe("unauthenticated");
    expect(headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  test("the right prefix with a wrong secret is 401", async () => {
    const key = await tenant.apiKey();
    const wrong = `${key.slice(0, 13)}${"A".repeat(43)}`;
    expect((await me(`Bearer ${key}`)).status).toBe(200);
    expect((await me(`Bearer ${wrong}`)).status).toBe(401);
  });

  test("a revoked key is out within a second, and listed no more", async () => {
    const { body } = await tenant.request("POST", "/api-keys", { name: "leaked" });
    expect((await me(`Bearer ${body.key}`)).status).toBe(200);
    const revokedAt = performance.now();
    expect((await tenant.request("DELETE", `/api-keys/${body.id}`)).status).toBe(204);
    await waitFor("the key to be refused", async () => (await me(`Bearer ${body.key}`)).status === 401, {
      timeoutMs: 1_500,
    });
    expect(performance.now() - revokedAt).toBeLessThan(1_100);
    expect((await tenant.request("GET", `/api-keys/${body.id}`)).status).toBe(404);
    const list = await tenant.request("GET", "/api-keys?limit=250");
    expect(list.body.data.map(({ id }) => id)).not.toContain(body.id);
  });

  test("an expired key is out", async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body } = await tenant.request("POST", "/api-keys", { name: "short-lived", expiresAt });
    await prisma().apiKey.update({
      where: { id: fromPublicId("apiKey", body.id) ?? "" },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect((await me(`Bearer ${body.key}`)).status).toBe(401);
  });

  test("its last use is noted", async () => {
    const { body } = await tenant.request("POST", "/api-keys", { name: "used" });
    expect(body.lastUsedAt).toBeNull();
    await me(`Bearer ${body.key}`);
    await waitFor("the use to be noted", async () => {
      const read = await tenant.request("GET", `/api-keys/${body.id}`);
      return read.body.lastUsedAt !== null;
    });
  });
});

test("a key is renamed and nothing else", async () => {
  const { body } = await tenant.request("POST", "/api-keys", { name: "before" });
  expect((await tenant.request("PATCH", `/api-keys/${body.id}`, { name: "after" })).body.name).toBe("after");
  expect((await tenant.request("PATCH", `/api-keys/${body.id}`, { scopes: ["manage"] })).status).toBe(422);
});
