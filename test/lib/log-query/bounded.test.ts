import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "#lib/context.ts";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { eventFilter } from "#lib/contracts/events.ts";
import { closeDatabases, pool, prisma } from "#lib/db.ts";
import { getDeliveryHistogram } from "#lib/deliveries/histogram.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { getEventHistogram } from "#lib/events/histogram.ts";
import { listEvents } from "#lib/events/list.ts";
import { newId, toPublicId } from "#lib/ids.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { insertEndpoint, insertTenant, type TenantRows } from "#test/support/rows.ts";

afterAll(closeDatabases);

const events = 20_000;
const deliveries = 60_000;
const loadMs = 180_000;

/** Rows and index entries of the logs that `work` looks at, as Postgres counts them. */
async function lookedAt<Answer>(ctx: Context, work: (ctx: Context) => Promise<Answer>) {
  return prisma().$transaction(
    async (tx) => {
      const count = async () => {
        const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
          `SELECT sum(pg_stat_get_xact_tuples_returned(oid))::float8 AS count FROM pg_class
            WHERE relkind IN ('r', 'i') AND relname ~ '^(events|deliveries|payload)'`,
        );
        return row?.count ?? 0;
      };
      const before = await count();
      const answer = await work({ ...ctx, tx });
      return { answer, rows: (await count()) - before };
    },
    { timeout: 60_000 },
  );
}

/**
 * 28 days: twenty types and a rare one, a tag on every second event and a rare one; three deliveries each, of which one in 25
 * failed with 503, none of the quiet endpoint; three still wait.
 */
async function fill(tenant: TenantRows) {
  const endpoints = await Promise.all(Array.from({ length: 10 }, () => insertEndpoint(tenant)));
  const quiet = endpoints[3]?.id ?? "";
  const appId = newId();
  await pool().query(
    "INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, 'small', 'Small')",
    [appId, tenant.tenantId],
  );
  const small = await insertEndpoint(tenant, { applicationId: appId });
  const client = await pool().connect();
  // Waiting for the search index in batches, as accept notes them.
  await client.query("SET posthorn.notes_payloads = 'on'");
  await client.query(
    `WITH source AS MATERIALIZED (
       SELECT number, uuidv7(make_interval(secs => -28.0 * 86400 * (1 - number / ${events}.0))) AS id,
              CASE WHEN number % 1000 = 7 THEN 'rare' ELSE 'a.' || number % 20 END AS type, number % 400 = 3 AS is_small
         FROM generate_series(0, ${events - 1}) AS number
     ), stored AS (
       INSERT INTO events (id, tenant_id, application_id, type, data, tags, occurred_at)
       SELECT id, $1, CASE WHEN is_small THEN $4::uuid ELSE $2 END, type,
              json_build_object('currency', 'EUR', 'number', number)::text,
              CASE WHEN number % 2000 = 9 THEN '{rare}' WHEN number % 2 = 0 THEN '{usual}' ELSE '{}'::text[] END, now() FROM source)
     INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                             next_attempt_at, last_response_status, last_error_kind)
     SELECT uuidv7(make_interval(secs => -28.0 * 86400 * (1 - number / ${events}.0))), $1,
            CASE WHEN is_small THEN $4::uuid ELSE $2 END, id, type, CASE WHEN is_small THEN $5::uuid ELSE endpoint END, 'full',
            CASE WHEN number % 7000 = 5 AND part = 0 THEN 'retrying' WHEN has_failed THEN 'failed' ELSE 'delivered' END::delivery_status,
            CASE WHEN number % 7000 = 5 AND part = 0 THEN now() + interval '1 day' END,
            CASE WHEN has_failed THEN 503 ELSE 200 END, CASE WHEN has_failed THEN 'http_5xx' END
       FROM source CROSS JOIN generate_series(0, 2) AS part
      CROSS JOIN LATERAL (SELECT ($3::uuid[])[1 + (number * 3 + part) % 10] AS endpoint) AS place
      CROSS JOIN LATERAL (SELECT (number * 3 + part) % 26 = 0 AND endpoint <> $6::uuid AS has_failed) AS outcome`,
    [tenant.tenantId, tenant.applicationId, endpoints.map(({ id }) => id), appId, small.id, quiet],
  );
  await client.query(
    `INSERT INTO payload_backlog (event_ids)
     SELECT array_agg(id) FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM events WHERE tenant_id = $1) AS event
      GROUP BY place / 32`,
    [tenant.tenantId],
  );
  client.release(true);
  while ((await pool().query("SELECT 1 FROM payload_backlog LIMIT 1")).rows.length > 0) await indexPayloads();
  await pool().query("ANALYZE events, deliveries, payload_blocks");
  return { quiet: toPublicId("endpoint", quiet), busy: toPublicId("endpoint", endpoints[2]?.id ?? "") };
}

describe(`of ${deliveries} deliveries`, () => {
  let tenant: TenantRows;
  let names: Record<string, string>;
  beforeAll(async () => {
    tenant = await insertTenant();
    names = await fill(tenant);
    await fill(await insertTenant());
  }, loadMs);

  const queryOf = (filter: string) =>
    Object.fromEntries(new URLSearchParams(filter.replaceAll(/\{(\w+)\}/g, (_, name) => names[name] ?? "")));

  const listOf = (filter: string) => (ctx: Context) =>
    listDeliveries(ctx, deliveryFilter.parse(queryOf(filter)));
  const eventsOf = (filter: string) => (ctx: Context) => listEvents(ctx, eventFilter.parse(queryOf(filter)));

  test.each([
    ["", 50],
    ["status=delivered", 50],
    ["status=failed", 50],
    ["status=retrying", 3],
    ["status=pending,sending,retrying", 3],
    ["status=canceled", 0],
    ["responseStatus=5xx", 50],
    ["responseStatus=404", 0],
    ["errorKind=timeout", 0],
    ["endpoint={busy}", 50],
    ["endpoint={busy}&status=failed", 50],
    ["endpoint={quiet}&status=failed", 0],
    ["application=small", 50],
    ["application=small&status=failed", 4],
    ["eventType=a.3", 50],
    ["eventType=rare&status=failed", 2],
    ["tag=rare", 30],
    ["q=number:777", 3],
  ])("the page of %s looks at few", async (filter, found) => {
    const { answer, rows } = await lookedAt(tenant.ctx, listOf(filter));
    expect([answer.data.length, answer.searchedTo]).toEqual([found, null]);
    expect(rows).toBeLessThan(6_000);
  });

  test.each([
    "responseStatus=201",
    "eventType=a.3&responseStatus=201",
    "tag=usual&responseStatus=201",
    "q=list.-1:x",
  ])("a page of %s, which finds nothing, looks at some and says how far it was", async (filter) => {
    const { answer, rows } = await lookedAt(tenant.ctx, listOf(filter));
    expect(answer).toMatchObject({
      data: [],
      searchedTo: expect.any(String),
      nextCursor: expect.any(String),
    });
    expect(rows).toBeLessThan(30_000);
  });

  test.each([
    ["", 50],
    ["type=a.3,a.4", 50],
    ["type=rare", 20],
    ["tag=rare", 10],
    ["tag=usual", 50],
    ["tag=nowhere", 0],
    ["application=small", 50],
    ["status=failed", 50],
    ["endpoint={busy}", 50],
    ["endpoint={quiet}&status=failed", 0],
    ["status=retrying", 3],
    ["q=currency:EUR", 50],
  ])("the page of events %s looks at few", async (filter, found) => {
    const { answer, rows } = await lookedAt(tenant.ctx, eventsOf(filter));
    expect([answer.data.length, answer.searchedTo]).toEqual([found, null]);
    expect(rows).toBeLessThan(12_000);
  });

  test.each([
    ["status=failed", 6_000],
    ["eventType=a.3", 16_000],
    ["tag=usual", 32_000],
    ["q=currency:EUR", 32_000],
  ])("a histogram of %s looks at so many of each bar", async (filter, most) => {
    const query = { ...queryOf(filter), since: new Date(Date.now() - 28 * 86_400_000).toISOString() };
    const { rows } = await lookedAt(tenant.ctx, (ctx) =>
      getDeliveryHistogram(ctx, deliveryFilter.omit({ limit: true, cursor: true }).parse(query)),
    );
    expect(rows).toBeLessThan(most);
  });

  test("a histogram of events looks at each once at the most", async () => {
    const since = new Date(Date.now() - 28 * 86_400_000).toISOString();
    const { rows } = await lookedAt(tenant.ctx, (ctx) => getEventHistogram(ctx, { since, tag: "usual" }));
    expect(rows).toBeLessThan(30_000);
  });
});
