import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { maskedHeader } from "#lib/contracts/custom-headers.ts";
import { pool, prisma } from "#lib/db.ts";
import { loadTargets } from "#lib/endpoints/load-targets.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { hearWakeUps, type WakeUps } from "#test/support/wake-ups.ts";

let tenant: TestTenant;
let publicId: string;
let id: string;
beforeAll(async () => {
  tenant = await createTenantForTest();
});
let wakeUps: WakeUps;

afterEach(() => wakeUps.stop());

beforeEach(async () => {
  wakeUps = await hearWakeUps();
  const headers = { "X-Kept": "kept value", "X-Other": "other value" };
  publicId = (await tenant.request("POST", "/endpoints", { url: "http://127.0.0.1:9/a", headers })).body.id;
  id = fromPublicId("endpoint", publicId) ?? "";
});

const patch = (body: object) => tenant.request("PATCH", `/endpoints/${publicId}`, body);

async function jobs(queue: string): Promise<number> {
  const { rows } = await pool().query(
    "SELECT 1 FROM pgboss.job WHERE name = $1 AND singleton_key = $2 AND state = 'created'",
    [queue, id],
  );
  return rows.length;
}

async function failFor(hours: number): Promise<void> {
  const past = new Date(Date.now() - hours * 3_600_000);
  const later = new Date(Date.now() + 60_000);
  const breaker = { windowStartedAt: past, windowFailed: 12, openUntil: later, failedProbes: 3 };
  const data = { failingSince: past, warnedPercent: 50, throttledUntil: later, ...breaker };
  await prisma().endpointHealth.update({ where: { endpointId: id }, data });
}

test("only what is given changes", async () => {
  const before = (await tenant.request("GET", `/endpoints/${publicId}`)).body;
  const { body } = await patch({ description: "Billing", rateLimit: 5, retrySchedule: [1, 2] });
  const changed = { description: "Billing", rateLimit: 5, retrySchedule: [1, 2] };
  expect(body).toEqual({ ...before, ...changed, updatedAt: expect.any(String) });
  expect((await patch({ rateLimit: null, retrySchedule: null })).body).toMatchObject({
    rateLimit: null,
    retrySchedule: null,
  });
});

describe("headers", () => {
  const stored = async () => (await loadTargets(pool(), [id])).get(id)?.headers;

  test("a mask keeps the stored value, in any case of the name; what is left out goes", async () => {
    await patch({ headers: { "x-kept": maskedHeader, "X-New": "new value" } });
    expect(await stored()).toEqual({ "x-kept": "kept value", "X-New": "new value" });
  });

  test("a mask without a stored value is refused and changes nothing", async () => {
    const { status, body } = await patch({ headers: { "X-New": maskedHeader }, description: "no" });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: "headers.X-New" }]);
    expect(await stored()).toEqual({ "X-Kept": "kept value", "X-Other": "other value" });
  });

  test("all of them can go", async () => {
    expect((await patch({ headers: {} })).body.headers).toEqual({});
    expect(await stored()).toEqual({});
  });

  test("names of ours are refused at update too", async () => {
    expect((await patch({ headers: { "Content-Length": "1" } })).status).toBe(422);
  });
});

describe("subscriptions", () => {
  test("exactly the given patterns hold afterwards", async () => {
    await patch({ eventTypes: ["a.b", "c.*"] });
    const rows = await prisma().endpointSubscription.findMany({ where: { endpointId: id } });
    expect(rows.map((row) => row.pattern).sort()).toEqual(["a.b", "c.*"]);
  });
});

describe("url", () => {
  test("a new one is checked as at create", async () => {
    expect((await patch({ url: "http://10.1.2.3/" })).body).toMatchObject({ code: "blocked_url" });
  });

  test("a new one starts with a clean slate, at once", async () => {
    await failFor(20);
    const { body } = await patch({ url: "http://127.0.0.1:9/b" });
    expect(body).toMatchObject({ failingSince: null, throttledUntil: null, pausedByFailuresUntil: null });
    expect(await wakeUps.of(id)).toEqual([1]);
  });

  test("the same one again is no news", async () => {
    await failFor(20);
    expect((await patch({ url: "http://127.0.0.1:9/a" })).body.failingSince).not.toBeNull();
  });
});

describe("state", () => {
  test("disabling says who, and has what waits canceled in the same transaction", async () => {
    const { body } = await patch({ disabled: true });
    expect(body).toMatchObject({ state: "disabled", disabled: true, disabledReason: "manual" });
    expect(body.disabledAt).not.toBeNull();
    expect(await jobs("cancel-open")).toBe(1);
  });

  test("enabling forgets why and since when it failed, and wakes its lane", async () => {
    await patch({ disabled: true });
    await failFor(100);
    const { body } = await patch({ disabled: false });
    expect(body).toMatchObject({
      state: "enabled",
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
      throttledUntil: null,
    });
    const health = await prisma().endpointHealth.findUniqueOrThrow({ where: { endpointId: id } });
    expect(health.warnedPercent).toBe(0);
    expect(await wakeUps.of(id)).toEqual([1]);
  });

  test("pausing keeps what waits, resuming wakes the lane", async () => {
    expect((await patch({ paused: true })).body).toMatchObject({ state: "paused", paused: true });
    expect(await jobs("cancel-open")).toBe(0);
    expect((await patch({ paused: false })).body.state).toBe("enabled");
    expect(await wakeUps.of(id)).toEqual([1]);
  });

  test("what is disabled is not paused behind its back", async () => {
    await patch({ disabled: true });
    expect((await patch({ paused: true })).status).toBe(409);
    expect((await patch({ disabled: false, paused: true })).body.state).toBe("paused");
  });

  test("each change of state and of settings is in the audit log, once", async () => {
    await patch({ disabled: true, description: "x" });
    await patch({ disabled: false });
    await patch({ paused: true });
    await patch({ paused: false });
    await patch({ paused: false });
    const { rows } = await pool().query<{ action: string }>(
      "SELECT action FROM audit_entries WHERE target_id = $1 ORDER BY id",
      [publicId],
    );
    expect(rows.map((row) => row.action)).toEqual([
      "endpoint.created",
      "endpoint.disabled",
      "endpoint.updated",
      "endpoint.enabled",
      "endpoint.paused",
      "endpoint.resumed",
    ]);
  });
});

test.each(["id", "secret", "application", "state", "createdAt", "tenantId"])(
  "%s cannot be assigned",
  async (field) => {
    const { status, body } = await patch({ [field]: "x" });
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ path: field, message: "is not a known field" }]);
  },
);
