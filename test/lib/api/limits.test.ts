import { afterEach, describe, expect, test } from "vitest";
import { inTurn } from "#lib/api/in-flight.ts";
import { limitRate } from "#lib/api/rate-limit.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { createTenantForTest } from "#test/support/tenant.ts";

const before = { ...env() };
afterEach(() => {
  Object.assign(env(), before);
});

describe("requests a second", () => {
  test("a burst of two seconds' worth passes, then each waits for its token", () => {
    Object.assign(env(), { rateLimit: 5 });
    const tenantId = newId();
    for (let n = 0; n < 10; n += 1) limitRate(tenantId, { nowMs: 0 });
    expect(() => limitRate(tenantId, { nowMs: 0 })).toThrow(
      expect.objectContaining({ code: "rate_limited" }),
    );
    expect(() => limitRate(tenantId, { nowMs: 199 })).toThrow();
    expect(() => limitRate(tenantId, { nowMs: 400 })).not.toThrow();
    expect(() => limitRate(newId(), { nowMs: 0 })).not.toThrow();
  });

  test("the refusal is 429 with a time to come back, and another tenant notices nothing", async () => {
    const [tenant, other] = [await createTenantForTest(), await createTenantForTest()];
    Object.assign(env(), { rateLimit: 1 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await tenant.request("GET", "/me")).status);
    expect(statuses.slice(0, 2)).toEqual([200, 200]);
    const refused = await tenant.request("GET", "/me");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
    expect((await other.request("GET", "/me")).status).toBe(200);
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
