import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { rollUpStats } from "#lib/stats/roll-up.ts";
import { type RunningWorker, runWorker } from "#test/support/running-worker.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

let worker: RunningWorker;
beforeAll(async () => {
  worker = await runWorker();
});
afterAll(() => worker.stop());

/** Every row of a tenant but its audit log and its inbox's address, by table. */
async function rowsOf({ tenantId }: TestTenant): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
        AND attname = 'tenant_id' AND relname NOT IN ('audit_entries', 'inboxes') ORDER BY 1`,
  );
  const texts = tables.map(async ({ name }) => {
    const { rows } = await pool().query<{ text: string }>(
      `SELECT r::text AS text FROM "${name}" r WHERE tenant_id = $1 ORDER BY 1`,
      [tenantId],
    );
    // Counts of a latency class may end in zeros.
    return [name, rows.map(({ text }) => text.replace(/(,0)+}/, "}"))] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function statuses({ tenantId }: TestTenant): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ status: string; count: number }>(
    "SELECT status::text, count(*)::int AS count FROM deliveries WHERE tenant_id = $1 GROUP BY 1",
    [tenantId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** A tenant with something of its own, delivered to the same inbox. */
async function tenantWithData(): Promise<TestTenant> {
  const tenant = await createTenantForTest();
  const { url } = (await tenant.request("GET", "/inbox")).body;
  await tenant.request("POST", "/endpoints", { url });
  await tenant.request("POST", "/event-types", { name: "sample.order.created", description: "our own" });
  await tenant.request("POST", "/events", { type: "invoice.paid", data: { real: true } });
  await waitFor("the tenant's own delivery", async () => (await statuses(tenant)).delivered === 1);
  await rollUpStats();
  return tenant;
}

test("sample data is delivered with mixed results, says that it is sample, and goes without a trace", async () => {
  const tenant = await tenantWithData();
  const before = await rowsOf(tenant);
  const loaded = await tenant.request("POST", "/sample-data");
  expect(loaded.status).toBe(202);
  expect((await tenant.request("POST", "/sample-data")).body).toEqual(loaded.body);
  await waitFor("deliveries in every state", async () => {
    const { delivered = 0, failed = 0, retrying = 0 } = await statuses(tenant);
    if (delivered > 15 && failed > 0 && retrying > 0) return true;
    throw new Error(JSON.stringify(await statuses(tenant)));
  });
  const full = await rowsOf(tenant);
  for (const type of ["endpoints", "events", "applications", "event_types", "stat_buckets"] as const)
    for (const row of (full[type] ?? []).filter(
      (text) => !before[type]?.includes(text) && type !== "stat_buckets",
    ))
      expect(row.toLowerCase()).toContain("sample");

  expect((await tenant.request("DELETE", "/sample-data")).status).toBe(204);
  expect((await tenant.request("GET", "/sample-data")).body).toMatchObject({ loaded: false });
  await waitFor("nothing to be under way", () => worker.lanes.inFlight === 0);
  await rollUpStats();
  expect(await rowsOf(tenant)).toEqual(before);
  expect((await tenant.request("DELETE", "/sample-data")).status).toBe(204);
});

test("it can be removed at any moment, also while it is being made", async () => {
  const tenant = await tenantWithData();
  const before = await rowsOf(tenant);
  for (let round = 0; round < 3; round += 1) {
    await tenant.request("POST", "/sample-data");
    if (round > 0)
      await waitFor("an event", async () => ((await rowsOf(tenant)).events?.length ?? 0) > round * 3);
    await tenant.request("DELETE", "/sample-data");
  }
  await waitFor("nothing to be under way", () => worker.lanes.inFlight === 0);
  await rollUpStats();
  expect(await rowsOf(tenant)).toEqual(before);
});
