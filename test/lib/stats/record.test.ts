import { afterAll, expect, test } from "vitest";
import { closeDatabases, inTransaction, pool } from "#lib/db.ts";
import { toPublicId } from "#lib/ids.ts";
import type { StatSample } from "#lib/stats/buckets.ts";
import { getStats } from "#lib/stats/get.ts";
import { getEndpointStats } from "#lib/stats/get-endpoint.ts";
import { classOf, percentile } from "#lib/stats/latency-classes.ts";
import { listEndpointStats } from "#lib/stats/list-endpoints.ts";
import { recordStats } from "#lib/stats/record.ts";
import { rollUpStats } from "#lib/stats/roll-up.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const hourMs = 3_600_000;
const outcomes = ["delivered", "retried", "failed"] as const;
const day = { since: "2026-11-10T00:00:00.000Z", until: "2026-11-11T00:00:00.000Z" };

/** A day of attempts that look random but are the same in every run. */
function attemptsOf({ tenantId }: TenantRows, endpointIds: string[], count: number): StatSample[] {
  return Array.from({ length: count }, (_, index) => ({
    tenantId,
    endpointId: endpointIds[(index * 7) % endpointIds.length] ?? "",
    eventType: `type.${(index * 5) % 3}`,
    outcome: outcomes[(index * 11) % 10 < 7 ? 0 : (index * 11) % 3] ?? "delivered",
    durationMs: ((index * 7919) % 20_000) + 0.5,
    at: new Date(Date.parse(day.since) + ((index * 104_729) % (24 * hourMs))),
  }));
}

function figuresOf(samples: readonly StatSample[]) {
  const counts: number[] = Array(45).fill(0);
  for (const { durationMs } of samples) counts[classOf(durationMs)] = (counts[classOf(durationMs)] ?? 0) + 1;
  const count = (outcome: string) => samples.filter((sample) => sample.outcome === outcome).length;
  return {
    delivered: count("delivered"),
    retried: count("retried"),
    failed: count("failed"),
    p50Ms: percentile(counts, 0.5),
    p95Ms: percentile(counts, 0.95),
  };
}

/** Records in several batches, as workers do, so that rows are both inserted and added to. */
async function record(samples: readonly StatSample[]): Promise<void> {
  for (let from = 0; from < samples.length; from += 97)
    await inTransaction((client) => recordStats(client, samples.slice(from, from + 97)));
  await rollUpStats();
}

test("buckets equal a count by hand, for the tenant, an endpoint and an event type", async () => {
  const tenant = await insertTenant();
  const endpoints = [(await insertEndpoint(tenant)).id, (await insertEndpoint(tenant)).id];
  const samples = attemptsOf(tenant, endpoints, 600);
  await record(samples);

  const [first = ""] = endpoints;
  const answers = [
    { stats: await getStats(tenant.ctx, { ...day, step: 7_200 }), of: samples },
    {
      stats: await getStats(tenant.ctx, { ...day, step: 7_200, eventType: "type.1" }),
      of: samples.filter((sample) => sample.eventType === "type.1"),
    },
    {
      stats: await getEndpointStats(tenant.ctx, { ...day, step: 7_200, id: toPublicId("endpoint", first) }),
      of: samples.filter((sample) => sample.endpointId === first),
    },
  ];
  for (const { stats, of } of answers) {
    expect(stats.totals).toEqual(figuresOf(of));
    const expected = Array.from({ length: 12 }, (_, index) => {
      const from = Date.parse(day.since) + index * 2 * hourMs;
      const within = of.filter(
        ({ at = new Date(0) }) => at.getTime() >= from && at.getTime() < from + 2 * hourMs,
      );
      return { startsAt: new Date(from).toISOString(), ...figuresOf(within) };
    });
    expect(stats.buckets).toEqual(expected);
  }
});

test("many workers counting the same buckets at once lose nothing and never deadlock", async () => {
  const tenant = await insertTenant();
  const endpoints = await Promise.all(Array.from({ length: 6 }, () => insertEndpoint(tenant)));
  const samples = attemptsOf(
    tenant,
    endpoints.map((endpoint) => endpoint.id),
    300,
  );
  const worker = () => inTransaction((client) => recordStats(client, samples.toReversed()));
  await Promise.all([worker(), record(samples), worker(), record(samples.toReversed()), rollUpStats()]);
  await rollUpStats();
  const { totals } = await getStats(tenant.ctx, day);
  expect(totals.delivered + totals.retried + totals.failed).toBe(4 * samples.length);
});

test("what is rolled back is not counted", async () => {
  const tenant = await insertTenant();
  const { id } = await insertEndpoint(tenant);
  const failing = inTransaction(async (client) => {
    await recordStats(client, attemptsOf(tenant, [id], 5));
    throw new Error("the settle failed");
  });
  await expect(failing).rejects.toThrow("the settle failed");
  await rollUpStats();
  const { rows } = await pool().query("SELECT 1 FROM stat_buckets WHERE tenant_id = $1", [tenant.tenantId]);
  expect(rows).toEqual([]);
});

test("the hours are the sums of their buckets, whoever adds to them or takes from them", async () => {
  const tenant = await insertTenant();
  const [kept, gone] = [(await insertEndpoint(tenant)).id, (await insertEndpoint(tenant)).id];
  await record(attemptsOf(tenant, [kept, gone], 200));
  await record(attemptsOf(tenant, [kept, gone], 150));
  await rollUpStats();
  await pool().query("DELETE FROM stat_buckets WHERE scope_key = $1", [gone]);
  const summed = async (table: string) => {
    const { rows } = await pool().query(
      `SELECT scope, scope_key, date_trunc('hour', starts_at, 'UTC') AS hour, sum(delivered) AS delivered, sum(retried) AS retried,
              sum(failed) AS failed, sum((SELECT sum(count * place) FROM unnest(durations) WITH ORDINALITY AS counts (count, place)))
                AS durations
         FROM ${table} WHERE tenant_id = $1 GROUP BY 1, 2, 3 HAVING sum(delivered + retried + failed) > 0 ORDER BY 1, 2, 3`,
      [tenant.tenantId],
    );
    return rows;
  };
  expect(await summed("stat_hours")).toEqual(await summed("stat_buckets"));
  expect(await summed("stat_hours")).not.toEqual([]);
});

test("a quiet bucket is there with zeros and without percentiles", async () => {
  const tenant = await insertTenant();
  const quiet = { delivered: 0, retried: 0, failed: 0, p50Ms: null, p95Ms: null };
  const stats = await getStats(tenant.ctx, day);
  expect(stats.totals).toEqual(quiet);
  expect(stats.buckets).toHaveLength(48);
  expect(stats.buckets[0]).toEqual({ startsAt: day.since, ...quiet });
});

test("an attempt without a time counts now, and now is in the last bucket", async () => {
  const tenant = await insertTenant();
  const { id } = await insertEndpoint(tenant);
  await recordStats(pool(), [
    { tenantId: tenant.tenantId, endpointId: id, eventType: "a", outcome: "delivered", durationMs: 3 },
  ]);
  await rollUpStats();
  const stats = await getStats(tenant.ctx, {});
  expect(stats.totals.delivered).toBe(1);
  expect(stats.buckets.slice(-2).some((bucket) => bucket.delivered === 1)).toBe(true);
});

test("steps cover the range outwards, about 50 of a round length", async () => {
  const tenant = await insertTenant();
  const shown = async (range: { since: string; until: string; step?: number }) => {
    const { since, until, stepSeconds, buckets } = await getStats(tenant.ctx, range);
    return { since, until, stepSeconds, count: buckets.length };
  };
  expect(await shown({ since: "2026-11-10T10:07:00Z", until: "2026-11-10T11:02:00Z" })).toEqual({
    since: "2026-11-10T10:05:00.000Z",
    until: "2026-11-10T11:05:00.000Z",
    stepSeconds: 300,
    count: 12,
  });
  expect(await shown({ since: "2026-11-03T00:00:00Z", until: "2026-11-10T00:00:00Z" })).toMatchObject({
    stepSeconds: 10_800,
    count: 56,
  });
  expect(await shown({ since: "2026-10-11T00:00:00Z", until: "2026-11-10T00:00:00Z" })).toMatchObject({
    stepSeconds: 43_200,
    count: 60,
  });
});

test("a range that ends before it begins, or with too many steps, is refused", async () => {
  const { ctx } = await insertTenant();
  const backwards = () => getStats(ctx, { since: day.until, until: day.since });
  await expect(backwards()).rejects.toMatchObject({ code: "invalid_request", fields: [{ path: "since" }] });
  const tooFine = () => getStats(ctx, { since: "2026-10-01T00:00:00Z", until: day.until, step: 300 });
  await expect(tooFine()).rejects.toMatchObject({ code: "invalid_request", fields: [{ path: "step" }] });
});

test("another tenant's attempts and endpoints are not there", async () => {
  const [ours, theirs] = [await insertTenant(), await insertTenant()];
  const endpoint = await insertEndpoint(theirs);
  await record(attemptsOf(theirs, [endpoint.id], 50));
  const id = toPublicId("endpoint", endpoint.id);
  expect((await getStats(ours.ctx, day)).totals.delivered).toBe(0);
  await expect(getEndpointStats(ours.ctx, { ...day, id })).rejects.toMatchObject({ code: "not_found" });
  expect(await listEndpointStats(ours.ctx, { ids: [id] })).toEqual({ data: [] });
});

test("endpoints are listed worst first, or as they were asked for, each with 24 hours", async () => {
  const tenant = await insertTenant();
  const [healthy, failing, unused] = await Promise.all([1, 2, 3].map(() => insertEndpoint(tenant)));
  const sample = { tenantId: tenant.tenantId, eventType: "a", durationMs: 100 };
  const hourAgo = new Date(Date.now() - hourMs);
  await recordStats(pool(), [
    { ...sample, endpointId: healthy?.id ?? "", outcome: "delivered", at: hourAgo },
    { ...sample, endpointId: failing?.id ?? "", outcome: "failed", at: hourAgo },
    { ...sample, endpointId: failing?.id ?? "", outcome: "failed", at: new Date(Date.now() - 30 * hourMs) },
  ]);
  await rollUpStats();
  const ids = [healthy, failing, unused].map((endpoint) => toPublicId("endpoint", endpoint?.id ?? ""));

  const { data } = await listEndpointStats(tenant.ctx, {});
  expect(data[0]).toMatchObject({ endpoint: ids[1], delivered: 0, failed: 1, p95Ms: expect.any(Number) });
  expect(data.map((row) => row.hours.length)).toEqual([24, 24, 24]);
  expect(data[0]?.hours.at(-2)).toMatchObject({ failed: 1 });
  expect(data.find((row) => row.endpoint === ids[2])).toMatchObject({ delivered: 0, p95Ms: null });

  const asked = await listEndpointStats(tenant.ctx, { ids: [ids[2] ?? "", ids[0] ?? ""] });
  expect(asked.data.map((row) => row.endpoint)).toEqual([ids[2], ids[0]]);
});
