import { afterAll, describe, expect, test } from "vitest";
import { mostCounted } from "#lib/contracts/histogram.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { getEventHistogram } from "#lib/events/histogram.ts";
import { toPublicId } from "#lib/ids.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const hourMs = 3_600_000;
const now = Date.now();
const since = new Date(now - 2 * hourMs).toISOString();

type Query = Parameters<typeof getEventHistogram>[1];

async function totalOf({ ctx }: TenantRows, query: Query): Promise<number> {
  const { buckets } = await getEventHistogram(ctx, { since, ...query });
  return buckets.reduce((total, { events }) => total + events, 0);
}

describe("the histogram of events", () => {
  test("counts each event of the tenant in the bucket of its time, and zero everywhere else", async () => {
    const tenant = await insertTenant();
    for (let count = 0; count < 3; count += 1) await insertEvent(tenant, { at: new Date(now - hourMs) });
    await insertEvent(await insertTenant(), { at: new Date(now - hourMs) });
    const { buckets, stepSeconds } = await getEventHistogram(tenant.ctx, { since });
    const filled = buckets.filter(({ events }) => events > 0);
    expect(filled).toMatchObject([{ events: 3, isCut: false }]);
    const startsMs = Date.parse(filled[0]?.startsAt ?? "");
    expect(startsMs).toBeLessThanOrEqual(now - hourMs);
    expect(startsMs + stepSeconds * 1_000).toBeGreaterThan(now - hourMs);
    expect(buckets.length).toBeGreaterThan(10);
  });

  test("keeps to every filter of the event log", async () => {
    const tenant = await insertTenant();
    const endpoint = await insertEndpoint(tenant);
    const at = new Date(now - hourMs);
    const labels = { type: "refund", tags: ["vip"], channels: ["shop"], uid: "mine", data: '{"a":"b"}' };
    const event = await insertEvent(tenant, { at, ...labels });
    const outcome = { status: "failed", responseStatus: 503, errorKind: "http_5xx" };
    await insertDelivery(tenant, { event, endpointId: endpoint.id, at, ...outcome });
    await insertEvent(tenant, { at });
    await insertEvent(tenant, { at: new Date(now - 3 * hourMs), ...labels, uid: "before" });
    const filters: Query[] = [
      { type: ["refund"] },
      { tag: "vip" },
      { channel: "shop" },
      { endpoint: toPublicId("endpoint", endpoint.id) },
      { status: ["failed"] },
      { responseStatus: "5xx" },
      { errorKind: ["http_5xx"] },
      { q: "mine" },
      { q: "a:b" },
      { q: toPublicId("event", event.id) },
    ];
    for (const filter of filters) expect([filter, await totalOf(tenant, filter)]).toEqual([filter, 1]);
    expect(await totalOf(tenant, { application: "default" })).toBe(2);
    expect(await totalOf(tenant, { application: "nobody" })).toBe(0);
  });

  test("says where there is more than it counts", async () => {
    const busy = await insertTenant();
    const { id } = await insertEvent(busy, { at: new Date(now - hourMs) });
    await pool().query(
      `INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
       SELECT overlay($1::text PLACING lpad(to_hex(n), 12, '0') FROM 25)::uuid, $2, $3, 'x', '{}', now()
         FROM generate_series(1, $4::int) n`,
      [id, busy.tenantId, busy.applicationId, mostCounted + 10],
    );
    const { buckets } = await getEventHistogram(busy.ctx, { since });
    expect(buckets.filter(({ isCut }) => isCut)).toMatchObject([{ events: mostCounted + 1 }]);
  });

  test("refuses a range that ends before it begins", async () => {
    const { ctx } = await insertTenant();
    await expect(getEventHistogram(ctx, { since, until: since })).rejects.toMatchObject({
      fields: [{ path: "since" }],
    });
  });
});
