import type pg from "pg";
import { indexHistory } from "./history-index.ts";
import { payloadExpression, payloadTemplate } from "./history-payload.ts";
import { insertApplication, type TenantRows } from "./tenant.ts";

const chunk = 20_000;
const days = 29;
const deliveriesPerEvent = 4;
/** One delivery in ten needed a second attempt. */
const attemptsPerEvent = 4.4;
/** Loads side by side, each its own stretch of time and so its own partitions. */
const loaders = 2;

export type History = {
  /** A customer with two endpoints, who gets one event in 500. */
  smallApplicationId: string;
  /** Takes all it gets. */
  quietEndpointId: string;
};

/**
 * About `attempts` attempts of the last 29 days, with their events, deliveries, chart buckets and search index, straight into
 * the tables.
 */
export async function insertHistory(db: pg.Pool, tenant: TenantRows, attempts: number): Promise<History> {
  const events = Math.ceil(attempts / attemptsPerEvent);
  const small = await insertApplication(db, tenant, {
    uid: "small",
    endpoints: [
      { url: "http://127.0.0.1:9/a", type: "bench.0" },
      { url: "http://127.0.0.1:9/b", type: "bench.0" },
    ],
  });
  const part = Math.ceil(events / loaders);
  await Promise.all(
    Array.from({ length: loaders }, (_, index) =>
      load(db, [
        tenant.tenantId,
        tenant.applicationId,
        tenant.endpointIds,
        payloadTemplate,
        { from: index * part, until: Math.min(events, (index + 1) * part), events },
        small.applicationId,
        small.endpointIds,
      ]),
    ),
  );
  await withClient(db, (client) => insertBuckets(client, tenant));
  await withClient(db, (client) => indexHistory(client, tenant.tenantId));
  await db.query("VACUUM (ANALYZE) events, deliveries, attempts, stat_buckets, stat_hours, payload_blocks");
  const quietEndpointId = tenant.endpointIds[quietPlace - 1] ?? "";
  return { smallApplicationId: small.applicationId, quietEndpointId };
}

type Load = [string, string, string[], string, Stretch, string, string[]];
type Stretch = { from: number; until: number; events: number };

async function load(db: pg.Pool, [tenantId, applicationId, endpointIds, data, stretch, ...small]: Load) {
  await withClient(db, async (client) => {
    for (let from = stretch.from; from < stretch.until; from += chunk) {
      const last = Math.min(stretch.until, from + chunk) - 1;
      const numbers = [from, last, stretch.events];
      await client.query(historyStatement, [
        tenantId,
        applicationId,
        endpointIds,
        data,
        ...numbers,
        ...small,
      ]);
    }
  });
}

/** A connection on which nothing is waited for that need not be: a crash only costs the run. */
async function withClient(db: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await db.connect();
  await client.query(
    "SET synchronous_commit = off; SET posthorn.notes_payloads = 'on'; SET maintenance_work_mem = '512MB'",
  );
  await work(client);
  // Not for anybody else with these settings.
  client.release(true);
}

/** Of the endpoint that never failed, from 1. */
const quietPlace = 10;
const ago = `make_interval(secs => ${days} * 86400 * (1 - number / $7::float8))`;
const oneIn = (count: number) => `hashint4(number) % ${count} = 0`;

/**
 * Number by number: every 20th event type, every 50th tagged; of deliveries one in 25 failed and one in 100 was canceled,
 * one in 5,000 timed out and one in 100,000 still waits for its next attempt.
 */
const historyStatement = `
  WITH source AS MATERIALIZED (
    SELECT number, uuidv7(-${ago}) AS id, now() - ${ago} AS at, number % 500 = 3 AS is_small,
           CASE WHEN number % 5000 = 11 THEN 'bench.rare' ELSE 'bench.' || number % 20 END AS type
      FROM generate_series($5::int, $6::int) AS number
  ), stored AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, tags, channels, occurred_at, created_at)
    SELECT id, $1::uuid, CASE WHEN is_small THEN $8::uuid ELSE $2::uuid END, type, ${payloadExpression},
           CASE WHEN number % 20000 = 100 THEN '{rare}' WHEN number % 50 = 0 THEN ARRAY['batch-' || number % 7] ELSE '{}' END,
           CASE WHEN number % 200 = 1 THEN '{eu}' ELSE '{}'::text[] END, at, at
      FROM source
  ), delivery AS (
    SELECT source.number * ${deliveriesPerEvent} + part AS number, uuidv7(-${ago}) AS id, source.id AS event_id,
           source.type, source.at, CASE WHEN is_small THEN $8::uuid ELSE $2::uuid END AS application_id,
           CASE WHEN is_small THEN ($9::uuid[])[1 + part % 2]
                ELSE ($3::uuid[])[1 + (source.number * ${deliveriesPerEvent} + part) % cardinality($3::uuid[])] END AS endpoint_id
      FROM source CROSS JOIN generate_series(0, ${deliveriesPerEvent - 1}) AS part
     WHERE NOT is_small OR part < 2
  ), outcome AS MATERIALIZED (
    SELECT delivery.*, ${oneIn(100_000)} AS is_retrying, ${oneIn(5_000)} AS has_timed_out, ${oneIn(75)} AS is_unknown,
           ${oneIn(25)} AND endpoint_id <> ($3::uuid[])[${quietPlace}] AS has_failed, number % 101 = 7 AS is_canceled, ${oneIn(10)} AS was_retried
      FROM delivery
  ), kept AS (
    INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                            attempt_count, schedule_attempts, last_response_status, last_error_kind, last_duration_ms,
                            next_attempt_at, completed_at, created_at)
    SELECT id, $1::uuid, application_id, event_id, type, endpoint_id, 'full',
           CASE WHEN is_retrying THEN 'retrying' WHEN has_failed THEN 'failed' WHEN is_canceled THEN 'canceled'
                ELSE 'delivered' END::delivery_status,
           CASE WHEN was_retried THEN 2 ELSE 1 END, 1,
           CASE WHEN has_failed THEN CASE WHEN has_timed_out THEN NULL WHEN is_unknown THEN 404 ELSE 503 END ELSE 200 END,
           CASE WHEN has_failed
                THEN CASE WHEN has_timed_out THEN 'timeout' WHEN is_unknown THEN 'http_4xx' ELSE 'http_5xx' END END,
           5 + number % 90, CASE WHEN is_retrying THEN now() + interval '2 days' END,
           CASE WHEN NOT is_retrying THEN at + interval '1 s' END, at
      FROM outcome
  )
  INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status,
                        response_headers, response_body, error_kind, total_ms, started_at)
  SELECT uuidv7(at - now()), $1::uuid, id, endpoint_id, attempt, 'https://receiver.example/hooks/' || endpoint_id,
         '[["content-type","application/json"],["webhook-id","evt_00000000000000000000000000"]]',
         CASE WHEN has_failed THEN 503 ELSE 200 END, '[["content-type","text/plain"]]', 'ok',
         CASE WHEN has_failed THEN 'http_5xx' END, 5 + number % 90, at
    FROM outcome CROSS JOIN generate_series(1, CASE WHEN was_retried THEN 2 ELSE 1 END) AS attempt`;

/** The triggers would take longer for these rows than all the rest. */
async function insertBuckets(client: pg.PoolClient, { tenantId, endpointIds }: TenantRows): Promise<void> {
  await client.query("ALTER TABLE stat_buckets DISABLE TRIGGER USER");
  await client.query(bucketsOf("stat_buckets", "5 min", 1), [tenantId, endpointIds]);
  await client.query(bucketsOf("stat_hours", "1 hour", 12), [tenantId, endpointIds]);
  await client.query("ALTER TABLE stat_buckets ENABLE TRIGGER USER");
}

/** Buckets of the tenant, of each endpoint and of each event type. */
const bucketsOf = (table: string, step: string, times: number) => `
  INSERT INTO ${table} (tenant_id, scope, scope_key, starts_at, delivered, retried, failed, durations)
  SELECT $1::uuid, scope, key, starts_at, ${40 * times}, ${2 * times}, ${times},
         ARRAY[${[1, 5, 20, 10, 5, 1, 1].map((count) => count * times)}]
    FROM (SELECT 'tenant' AS scope, '' AS key
          UNION ALL SELECT 'endpoint', unnest($2::uuid[])::text
          UNION ALL SELECT 'event_type', 'bench.' || number FROM generate_series(0, 19) AS number) AS scopes
   CROSS JOIN generate_series(date_bin('${step}', now(), 'epoch') - interval '${days} days',
                              date_bin('${step}', now(), 'epoch'), interval '${step}') AS starts_at`;
