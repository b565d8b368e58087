import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostCounted } from "#lib/contracts/histogram.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { getDeliveryHistogram } from "#lib/deliveries/histogram.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const hourMs = 3_600_000;
const now = Date.now();
const since = new Date(now - 2 * hourMs).toISOString();

async function fill(tenant: TenantRows, statuses: readonly string[], at: Date) {
  const endpoint = await insertEndpoint(tenant);
  const event = await insertEvent(tenant, { at });
  for (const status of statuses) await insertDelivery(tenant, { event, endpointId: endpoint.id, status, at });
  return { endpoint, event };
}

describe("the histogram of deliveries", () => {
  let tenant: TenantRows;
  beforeAll(async () => {
    tenant = await insertTenant();
    await fill(tenant, ["delivered", "failed", "canceled", "retrying", "pending"], new Date(now - hourMs));
    await fill(await insertTenant(), ["delivered"], new Date(now - hourMs));
  });

  test("counts each delivery of the tenant in the bucket of its time, by how it stands", async () => {
    const { buckets, stepSeconds } = await getDeliveryHistogram(tenant.ctx, { since });
    const filled = buckets.filter(({ delivered }) => delivered > 0);
    expect(filled).toMatchObject([{ delivered: 1, failed: 1, canceled: 1, open: 2, isCut: false }]);
    const startsMs = Date.parse(filled[0]?.startsAt ?? "");
    expect(startsMs).toBeLessThanOrEqual(now - hourMs);
    expect(startsMs + stepSeconds * 1_000).toBeGreaterThan(now - hourMs);
  });

  test("keeps to the filter and shows zeros where there is nothing", async () => {
    const { buckets } = await getDeliveryHistogram(tenant.ctx, { since, status: ["failed"] });
    const sum = (key: "delivered" | "open" | "failed" | "canceled") =>
      buckets.reduce((total, bucket) => total + bucket[key], 0);
    expect([sum("failed"), sum("delivered"), sum("open"), sum("canceled")]).toEqual([1, 0, 0, 0]);
    expect(buckets.length).toBeGreaterThan(10);
  });

  test("says where there is more than it counts", async () => {
    const busy = await insertTenant();
    const { event, endpoint } = await fill(busy, ["delivered"], new Date(now - hourMs));
    await pool().query(
      `INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, status, created_at)
       SELECT overlay($1::text PLACING lpad(to_hex(n), 12, '0') FROM 25)::uuid, $2, $3, $1::uuid, 'x', $4, 'delivered', now()
         FROM generate_series(1, $5::int) n`,
      [event.id, busy.tenantId, busy.applicationId, endpoint.id, mostCounted + 10],
    );
    const { buckets } = await getDeliveryHistogram(busy.ctx, { since });
    expect(buckets.filter(({ isCut }) => isCut)).toMatchObject([{ delivered: mostCounted + 1 }]);
  });
});
