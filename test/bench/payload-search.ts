import type { Context } from "#lib/context.ts";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";
import { eventFilter } from "#lib/contracts/events.ts";
import { closeDatabases, pool } from "#lib/db.ts";
import { listDeliveries } from "#lib/deliveries/list.ts";
import { listEvents } from "#lib/events/list.ts";
import { runNode } from "#lib/launch/run-node.ts";
import { indexPayloads } from "#lib/payload-index/fill.ts";
import { anyToken, tokenOf } from "#lib/payload-index/tokens.ts";
import { keepRetention } from "#lib/retention.ts";
import { testSettings } from "#test/support/settings.ts";
import { nowMs } from "./clock.ts";
import { percentile } from "./measure/percentile.ts";
import { eventData } from "./processes/event-request.ts";
import { openPool, startBenchPostgres } from "./rig/postgres.ts";
import { insertTenant, type TenantRows } from "./rows/tenant.ts";

/** Run by hand: `node test/bench/payload-search.ts [events]`. Indexes a month of one tenant and searches it. */
const events = Number(process.argv[2] ?? 1_000_000);
const chunk = 20_000;
const runs = 20;
const searches = [
  "customer.id:cus_77",
  "customer.id:nobody",
  "number:INV-500001",
  "currency:EUR",
  "hundredth:yes",
  "thousandth:yes",
];

const ago = "make_interval(secs => 29 * 86400 * (1 - number / $7::float8))";
const historyStatement = `
  WITH source AS (
    SELECT number, uuidv7(-${ago}) AS id, uuidv7(-${ago}) AS delivery_id, now() - ${ago} AS at
      FROM generate_series($5::int, $6::int) AS number
  ), stored AS (
    INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status, completed_at, created_at)
    SELECT delivery_id, $1::uuid, $2::uuid, id, 'bench', $3::uuid, 'full', 'delivered', at, at FROM source)
  INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at, created_at)
  SELECT id, $1::uuid, $2::uuid, 'bench',
         replace(replace(replace($4, 'cus_8842', 'cus_' || number % 50000), 'INV-2026-000417', 'INV-' || number), '"object"',
           CASE WHEN number % 1000 = 5 THEN '"thousandth":"yes",' ELSE '' END ||
           CASE WHEN number % 100 = 5 THEN '"hundredth":"yes",' ELSE '' END || '"object"'), at, at FROM source`;

const postgres = await startBenchPostgres();
try {
  Object.assign(process.env, testSettings(postgres.url("posthorn")));
  await runNode(["lib/migrate/migrate.ts"], process.env);
  await keepRetention();
  const db = openPool(postgres.url("posthorn"));
  const tenant = await insertTenant(db, [{ url: "http://127.0.0.1:9/", type: "bench" }]);
  await insertHistory(tenant);
  await fillIndex();
  await showSizes();
  await search(tenant);
  await db.end();
} finally {
  await closeDatabases();
  await postgres.stop();
}

/** Each with its own number, one customer in fifty thousand, spread over 29 days, with one delivery. */
async function insertHistory({ tenantId, applicationId, endpointIds }: TenantRows): Promise<void> {
  const client = await pool().connect();
  await client.query("SET posthorn.notes_payloads = 'on'");
  for (let from = 0; from < events; from += chunk) {
    await client.query(historyStatement, [
      tenantId,
      applicationId,
      endpointIds[0],
      eventData,
      from,
      from + chunk - 1,
      events,
    ]);
  }
  await client.query("INSERT INTO payload_backfills VALUES ('ffffffff-ffff-ffff-ffff-ffffffffffff')");
  await client.query("VACUUM (ANALYZE) events, deliveries");
  client.release();
}

async function fillIndex(): Promise<void> {
  const startMs = nowMs();
  const before = process.cpuUsage();
  while ((await pool().query("SELECT 1 FROM payload_backfills")).rows.length > 0) await indexPayloads();
  const { user, system } = process.cpuUsage(before);
  const elapsedUs = ((nowMs() - startMs) * 1_000) / events;
  console.log(
    `indexing: ${elapsedUs.toFixed(1)} µs an event, ${((user + system) / events).toFixed(1)} µs of the worker's CPU`,
  );
  await pool().query("VACUUM (ANALYZE) payload_blocks");
}

async function showSizes(): Promise<void> {
  const { rows } = await pool().query(
    `SELECT pg_total_relation_size('payload_blocks') / $1::float8 AS index, pg_relation_size('payload_blocks_tokens_idx') / $1::float8 AS tokens`,
    [events],
  );
  console.log(
    `size: ${rows[0].index.toFixed(0)} bytes an event, ${rows[0].tokens.toFixed(0)} of them the GIN index`,
  );
}

async function search({ tenantId }: TenantRows): Promise<void> {
  const ctx = { tenantId } as Context;
  for (const q of searches) {
    await measure(`events ${q}`, async () => (await listEvents(ctx, eventFilter.parse({ q }))).data.length);
    await measure(
      `deliveries ${q}`,
      async () => (await listDeliveries(ctx, deliveryFilter.parse({ q }))).data.length,
    );
  }
  const { rows } = await pool().query<{ "QUERY PLAN": string }>(
    "EXPLAIN (ANALYZE, BUFFERS) SELECT event_ids FROM payload_blocks WHERE tokens && $1::int[]",
    [[tokenOf(tenantId, { key: "id", value: "cus_77" }), anyToken(tenantId)]],
  );
  console.log(rows.map((row) => row["QUERY PLAN"]).join("\n"));
}

async function measure(name: string, ask: () => Promise<number>): Promise<void> {
  const taken: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const startMs = nowMs();
    found = await ask();
    taken.push(nowMs() - startMs);
  }
  console.log(
    `${name}: ${found} rows, first ${taken[0]?.toFixed(0)} ms, p95 ${percentile(taken, 0.95).toFixed(0)} ms`,
  );
}
