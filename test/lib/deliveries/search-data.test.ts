import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { getDeliveryHistogram } from "#lib/deliveries/histogram.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { toPublicId } from "#lib/ids.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const hourMs = 3_600_000;

/**
 * 1,500 events an hour apart at most, every seventh of customer `ana`, each with a delivery, so that reading on from the newest
 * does not lead to all; and one delivery of the oldest of them that was made long after.
 */
async function fill(tenant: TenantRows, endpointId: string) {
  await pool().query(
    `WITH source AS (
       SELECT number, uuidv7(make_interval(hours => -400) - make_interval(secs => number * 600)) AS id,
              uuidv7(make_interval(hours => -400) - make_interval(secs => number * 600)) AS delivery_id
         FROM generate_series(1, 1500) AS number
     ), stored AS (
       INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at)
       SELECT id, $1, $2, 'a.b', json_build_object('customer', CASE WHEN number % 7 = 0 THEN 'ana' ELSE 'c' || number END)::text, now()
         FROM source)
     INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status)
     SELECT delivery_id, $1, $2, id, 'a.b', $3,
            'full', CASE WHEN number % 2 = 0 THEN 'delivered' ELSE 'failed' END::delivery_status FROM source`,
    [tenant.tenantId, tenant.applicationId, endpointId],
  );
  while ((await pool().query("SELECT 1 FROM payload_backlog LIMIT 1")).rows.length > 0) await indexPayloads();
  const { rows } = await pool().query<{ id: string; delivery_id: string }>(
    `SELECT event.id, delivery.id AS delivery_id FROM events event JOIN deliveries delivery ON delivery.event_id = event.id
      WHERE event.tenant_id = $1 AND event.data LIKE '%ana%' ORDER BY event.id DESC`,
    [tenant.tenantId],
  );
  return rows;
}

describe("a search in payloads", () => {
  let tenant: TenantRows;
  let endpointId: string;
  let late: string;
  let expected: string[];
  let oldest: { id: string; delivery_id: string };

  beforeAll(async () => {
    tenant = await insertTenant();
    endpointId = (await insertEndpoint(tenant)).id;
    const rows = await fill(tenant, endpointId);
    oldest = rows.at(-1) ?? { id: "", delivery_id: "" };
    late = await insertDelivery(tenant, {
      event: { id: oldest.id, type: "a.b", applicationId: tenant.applicationId },
      endpointId: (await insertEndpoint(tenant)).id,
    });
    const ids = rows.map((row) => row.delivery_id);
    expected = [...ids.slice(0, -1), late, oldest.delivery_id].map((id) => toPublicId("delivery", id));
  });

  const list = (query: Record<string, unknown> = {}) =>
    listDeliveries(tenant.ctx, deliveryFilter.parse({ q: "customer:ana", limit: 40, ...query }));

  async function walk(query: Record<string, unknown> = {}) {
    const pages = [await list(query)];
    for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
      pages.push(await list({ ...query, cursor }));
    return pages;
  }

  test("walks by the events, newest first, to all of them once, also to what was made long after its event", async () => {
    const pages = await walk();
    expect(pages.flatMap(({ data }) => data.map(({ id }) => id))).toEqual(expected);
  });

  test("walks back by the same pages", async () => {
    const pages = await walk();
    const back = [pages.at(-1)];
    for (let cursor = back[0]?.prevCursor; cursor; cursor = back.at(-1)?.prevCursor)
      back.push(await list({ cursor }));
    const walked = back.toReversed().flatMap((page) => page?.data.map(({ id }) => id) ?? []);
    expect(walked.slice(-expected.length)).toEqual(expected);
    expect(new Set(walked).size).toBe(walked.length);
  });

  test("goes together with other filters", async () => {
    const failed = (await walk({ status: "failed" })).flatMap(({ data }) => data);
    expect(failed).toHaveLength(107);
    expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(["failed"]));
    expect(failed.map(({ id }) => id)).toEqual(expected.filter((id) => failed.some((row) => row.id === id)));
    expect((await list({ errorKind: "timeout" })).data).toEqual([]);
    const only = await list({ since: new Date(Date.now() - hourMs).toISOString() });
    expect(only.data.map(({ id }) => id)).toEqual([toPublicId("delivery", late)]);
  });

  test("compares little with little: all deliveries of an endpoint that has few", async () => {
    const few = (await insertEndpoint(tenant)).id;
    const event = await insertEvent(tenant, { type: "a.b", data: '{"customer":"ana"}' });
    const id = await insertDelivery(tenant, { event, endpointId: few });
    const other = await insertEvent(tenant, { type: "a.b", data: '{"customer":"bo"}' });
    await insertDelivery(tenant, { event: other, endpointId: few });
    const { data, searchedTo } = await list({ endpoint: toPublicId("endpoint", few) });
    expect([data.map((row) => row.id), searchedTo]).toEqual([[toPublicId("delivery", id)], null]);
  });

  test("is counted over time", async () => {
    const since = new Date(Date.now() - 28 * 24 * hourMs).toISOString();
    const { buckets } = await getDeliveryHistogram(tenant.ctx, {
      q: "customer:ana",
      since,
      status: ["failed"],
    });
    expect(buckets.reduce((sum, { failed }) => sum + failed, 0)).toBe(107);
    expect(buckets.some(({ isCut }) => isCut)).toBe(false);
  });
});
