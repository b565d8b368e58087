import { afterEach, describe, expect, test } from "vitest";
import { inTurn } from "#lib/api/in-flight.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

const before = { ...env() };
afterEach(() => {
  Object.assign(env(), before);
});

describe("requests a second", () => {
  test("the refusal is 429 with a time to come back, and another tenant notices nothing", async () => {
    const [tenant, other] = [await createTenantForTest(), await createTenantForTest()];
    Object.assign(env(), { apiRateLimit: 1 });
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push(await tenant.request("GET", "/me"));
    expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
    const refused = answers.at(-1);
    expect([refused?.status, refused?.body.code]).toEqual([429, "rate_limited"]);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await other.request("GET", "/me")).status).toBe(200);
  });

  test("every answer says what is left", async () => {
    const tenant = await createTenantForTest();
    Object.assign(env(), { apiRateLimit: 10 });
    const { headers } = await tenant.request("GET", "/me");
    expect(headers.get("ratelimit-policy")).toBe('"requests";q=20;w=2');
    expect(headers.get("ratelimit")).toBe('"requests";r=19;t=1');
    const later = await tenant.request("GET", "/nothing-like-this");
    expect(later.headers.get("ratelimit")).toBeNull();
  });

  test("what a tenant's keys use up, its people do not miss", async () => {
    const tenant = await createTenantForTest();
    const asViewer = await tenant.withRole("viewer");
    Object.assign(env(), { apiRateLimit: 1 });
    for (let n = 0; n < 8; n += 1) await tenant.request("GET", "/me");
    expect((await tenant.request("GET", "/me")).status).toBe(429);
    expect((await asViewer("GET", "/me")).status).toBe(200);
  });
});

describe("requests at once", () => {
  const slots = Math.max(2, Math.floor(env().dbPool / 2));

  test("a tenant has half of the connections; its others wait in order, other tenants do not", async () => {
    const tenantId = newId();
    const order: number[] = [];
    const gates = Array.from({ length: slots + 2 }, () => Promise.withResolvers<void>());
    const all = gates.map((gate, n) =>
      inTurn(tenantId, () => {
        order.push(n);
        return gate.promise;
      }),
    );
    await inTurn(newId(), async () => order.push(-1));
    expect(order).toEqual([...Array(slots).keys(), -1]);
    gates[0]?.resolve();
    await all[0];
    expect(order.at(-1)).toBe(slots);
    for (const gate of gates) gate.resolve();
    await Promise.all(all);
    expect(order.at(-1)).toBe(slots + 1);
  });

  test("a request that fails gives its place back", async () => {
    const tenantId = newId();
    const failing = Array.from({ length: slots + 1 }, () =>
      inTurn(tenantId, () => Promise.reject(new Error("x"))),
    );
    await Promise.allSettled(failing);
    expect(await inTurn(tenantId, async () => "well")).toBe("well");
  });

  test("a queue without end is refused", async () => {
    const tenantId = newId();
    const gate = Promise.withResolvers<void>();
    const all = Array.from({ length: slots + 200 }, () => inTurn(tenantId, () => gate.promise));
    await expect(inTurn(tenantId, () => gate.promise)).rejects.toMatchObject({ code: "rate_limited" });
    gate.resolve();
    await Promise.all(all);
  });
});
