import type pg from "pg";
import { eventData } from "../processes/event-request.ts";
import type { TenantRows } from "./tenant.ts";

const chunk = 20_000;
const days = 29;
const deliveriesPerEvent = 4;
/** One delivery in ten needed a second attempt. */
const attemptsPerEvent = 4.4;

/** About `attempts` attempts of the last 29 days, with their events, deliveries and chart buckets, straight into the tables. */
export async function insertHistory(db: pg.Pool, tenant: TenantRows, attempts: number): Promise<void> {
  const events = Math.ceil(attempts / attemptsPerEvent);
  for (let from = 0; from < events; from += chunk) {
    const to = Math.min(events, from + chunk);
    await db.query(historyStatement, [
      tenant.tenantId,
      tenant.applicationId,
      tenant.endpointIds,
      eventData,
      from,
      to - 1,
      events,
    ]);
  }
  await db.query(bucketStatement, [tenant.tenantId, tenant.endpointIds]);
  await db.query("VACUUM (ANALYZE) events, deliveries, attempts, stat_buckets");
}

const ago = `make_interval(secs => ${days} * 86400 * (1 - number / $7::float8))`;

/** Number by number: every 20th event type, every 50th tagged; of deliveries one in 25 failed and one in 100 was canceled. */
const historyStatement = `
  WITH source AS (
    SELECT number, uuidv7(-${ago}) AS id, now() - ${ago} AS at, 'bench.' || number % 20 AS type
      FROM generate_series($5::int, $6::int) AS number
  ), stored AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, tags, occurred_at, created_at)
    SELECT id, $1::uuid, $2::uuid, type, $4,
           CASE WHEN number % 50 = 0 THEN ARRAY['batch-' || number % 7] ELSE '{}' END, at, at FROM source
  ), delivery AS (
    SELECT source.number * ${deliveriesPerEvent} + part AS number, uuidv7(-${ago}) AS id, source.id AS event_id,
           source.type, source.at,
           ($3::uuid[])[1 + (source.number * ${deliveriesPerEvent} + part) % cardinality($3::uuid[])] AS endpoint_id
      FROM source CROSS JOIN generate_series(0, ${deliveriesPerEvent - 1}) AS part
  ), outcome AS (
    SELECT delivery.*, number % 25 = 0 AS has_failed, number % 100 = 7 AS is_canceled, number % 10 = 0 AS was_retried
      FROM delivery
  ), kept AS (
    INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                            attempt_count, schedule_attempts, last_response_status, last_error_kind, last_duration_ms,
                            completed_at, created_at)
    SELECT id, $1::uuid, $2::uuid, event_id, type, endpoint_id, 'full',
           CASE WHEN has_failed THEN 'failed' WHEN is_canceled THEN 'canceled' ELSE 'delivered' END::delivery_status,
           CASE WHEN was_retried THEN 2 ELSE 1 END, 1,
           CASE WHEN has_failed THEN CASE WHEN number % 75 = 0 THEN 404 ELSE 503 END ELSE 200 END,
           CASE WHEN has_failed THEN CASE WHEN number % 75 = 0 THEN 'http_4xx' ELSE 'http_5xx' END END,
           5 + number % 90, at + interval '1 s', at
      FROM outcome
  )
  INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status,
                        response_headers, response_body, error_kind, total_ms, started_at)
  SELECT uuidv7(at - now()), $1::uuid, id, endpoint_id, attempt, 'https://receiver.example/hooks/' || endpoint_id,
         '[["content-type","application/json"],["webhook-id","evt_00000000000000000000000000"]]',
         CASE WHEN has_failed THEN 503 ELSE 200 END, '[["content-type","text/plain"]]', 'ok',
         CASE WHEN has_failed THEN 'http_5xx' END, 5 + number % 90, at
    FROM outcome CROSS JOIN generate_series(1, CASE WHEN was_retried THEN 2 ELSE 1 END) AS attempt`;

/** Five-minute buckets of the tenant, of each endpoint and of each event type. */
const bucketStatement = `
  INSERT INTO stat_buckets (tenant_id, scope, scope_key, starts_at, delivered, retried, failed, durations)
  SELECT $1::uuid, scope, key, starts_at, 40, 2, 1, ARRAY[1, 5, 20, 10, 5, 1, 1]
    FROM (SELECT 'tenant' AS scope, '' AS key
          UNION ALL SELECT 'endpoint', unnest($2::uuid[])::text
          UNION ALL SELECT 'event_type', 'bench.' || number FROM generate_series(0, 19) AS number) AS scopes
   CROSS JOIN generate_series(date_bin('5 min', now(), 'epoch') - interval '${days} days',
                              date_bin('5 min', now(), 'epoch'), interval '5 min') AS starts_at`;
