import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabases } from "#lib/db.ts";
import { deliveryLog, ofEndpoints, ofTenant } from "#lib/deliveries/index-ranges.ts";
import type { Slice } from "#lib/keyset.ts";
import { type Location, lookBack } from "#lib/log-query/look-back.ts";
import { sql } from "#lib/log-query/sql.ts";
import { insertDelivery, insertEvent } from "#test/support/log-rows.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const reach = { isTroubled: false, isCovered: false };
const failed = [sql`delivery.status = 'failed'`];

/** Sixty deliveries from four days ago back to two endpoints in turn, every tenth failed; ids newest first. */
async function fill() {
  const tenant = await insertTenant();
  const endpoints = [(await insertEndpoint(tenant)).id, (await insertEndpoint(tenant)).id];
  const event = await insertEvent(tenant, { at: new Date(Date.now() - 21 * 86_400_000) });
  const ids: string[] = [];
  for (let number = 60; number > 0; number -= 1) {
    const at = new Date(Date.now() - 4 * 86_400_000 - number * 20_000_000);
    const status = number % 10 === 0 ? "failed" : "delivered";
    ids.unshift(await insertDelivery(tenant, { event, endpointId: endpoints[number % 2] ?? "", status, at }));
  }
  return { tenant, endpoints, ids, failedIds: ids.filter((_, index) => (index + 1) % 10 === 0) };
}

describe("looking back along a log", () => {
  let tenant: TenantRows;
  let rows: Awaited<ReturnType<typeof fill>>;
  beforeAll(async () => {
    rows = await fill();
    tenant = rows.tenant;
  });

  const look = (location: Location, slice: Partial<Slice> = {}) =>
    lookBack(tenant.ctx, {
      log: deliveryLog,
      ...location,
      slice: { direction: "forward", position: undefined, take: 10, ...slice },
    });

  test("ends where it may look no further, and goes on from there to find everything once", async () => {
    const location = { ranges: ofTenant(tenant.tenantId, reach), conditions: failed, budget: 25 };
    const first = await look(location);
    expect(first).toEqual({ rows: rows.failedIds.slice(0, 2), stoppedAt: rows.ids[24] });
    const second = await look(location, { position: first.stoppedAt });
    expect(second).toEqual({ rows: rows.failedIds.slice(2, 5), stoppedAt: rows.ids[49] });
    expect(await look(location, { position: second.stoppedAt })).toEqual({ rows: rows.failedIds.slice(5) });
  });

  test("does the same towards the newest", async () => {
    const location = { ranges: ofTenant(tenant.tenantId, reach), conditions: failed, budget: 25 };
    const first = await look(location, { direction: "backward", position: rows.ids[59] });
    expect(first).toEqual({ rows: [49, 39].map((place) => rows.ids[place]), stoppedAt: rows.ids[34] });
  });

  test("with enough found does not say that it stopped", async () => {
    const location = { ranges: ofTenant(tenant.tenantId, reach), conditions: [], budget: 25 };
    expect(await look(location)).toEqual({ rows: rows.ids.slice(0, 10) });
  });

  test("over several ranges is as far as the one that was left first", async () => {
    const [even = "", odd = ""] = rows.endpoints;
    const ranges = ofEndpoints([even, odd], reach);
    const ofEven = [sql`delivery.endpoint_id = ${even}::uuid`];
    // 21 of each: the odd ones have none, and what of the even ones is older than their edge may not be told yet.
    const found = await look({ ranges, conditions: ofEven, budget: 42 }, { take: 50 });
    expect(found.stoppedAt).toBe(rows.ids[40]);
    expect(found.rows).toEqual(rows.ids.slice(0, 40).filter((_, index) => index % 2 === 1));
    expect(await look({ ranges, conditions: [], budget: 42 }, { take: 30 })).toEqual({
      rows: rows.ids.slice(0, 30),
    });
  });

  test("goes on from the newest partition to those before, with as much to look at", async () => {
    const newer = await insertTenant();
    const endpointId = (await insertEndpoint(newer)).id;
    const event = await insertEvent(newer);
    const made: string[] = [];
    for (const daysAgo of [12, 9, 6, 0.01, 0])
      made.unshift(
        await insertDelivery(newer, { event, endpointId, at: new Date(Date.now() - daysAgo * 86_400_000) }),
      );
    const ranges = ofTenant(newer.tenantId, reach);
    const slice = { direction: "forward", position: undefined, take: 10 } as const;
    expect(await lookBack(newer.ctx, { log: deliveryLog, ranges, conditions: [], slice })).toEqual({
      rows: made,
    });
    const back = { ...slice, direction: "backward", position: made.at(-1) } as const;
    expect(
      (await lookBack(newer.ctx, { log: deliveryLog, ranges, conditions: [], slice: back })).rows,
    ).toEqual(made.slice(0, -1).toReversed());
  });

  test("reads nothing of another tenant", async () => {
    const other = await fill();
    const found = await look({ ranges: ofTenant(tenant.tenantId, reach), conditions: [] }, { take: 100 });
    expect(found.rows).toEqual(rows.ids);
    expect(found.rows).not.toContain(other.ids[0]);
  });
});
