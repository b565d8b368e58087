import { randomBytes } from "node:crypto";
import pg from "pg";

export type BareTarget = { endpointId: string; url: string };
/** One tenant whose events go to one endpoint each, in turn. */
export type BareTenant = {
  databaseUrl: string;
  tenantId: string;
  applicationId: string;
  targets: BareTarget[];
  /** Text of an event's data. */
  data: string;
};

export type BareEvent = { id: string; type: string; data: string };

/** A UUIDv7 made as cheaply as it can be: time in front, random behind (RFC 9562 §5.7). */
export function bareId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The `webhook-id` of an event: as long as a public id and as unique, without its encoding. */
export function bareName(uuid: string): string {
  return `evt_${uuid.replaceAll("-", "").slice(6)}`;
}

/** A pool on which named statements are planned once, and which outlives a restart of its server. */
export function barePool(databaseUrl: string, max: number): pg.Pool {
  const options = "-c plan_cache_mode=force_generic_plan";
  const pool = new pg.Pool({ connectionString: databaseUrl, max, options });
  pool.on("error", () => undefined);
  return pool;
}

/** Stores events with one delivery each in a single durable statement: the fewest round trips there can be. */
export async function insertBare(pool: pg.Pool, tenant: BareTenant, events: readonly BareEvent[]) {
  const endpoints = events.map(
    (_, index) => tenant.targets[(nextTarget + index) % tenant.targets.length]?.endpointId,
  );
  nextTarget = (nextTarget + events.length) % tenant.targets.length;
  await pool.query({
    name: "bare-insert",
    text: insertStatement,
    values: [
      events.map((event) => event.id),
      events.map((event) => event.type),
      events.map((event) => event.data),
      events.map(() => bareId()),
      endpoints,
      tenant.tenantId,
      tenant.applicationId,
    ],
  });
}

let nextTarget = 0;

const insertStatement = `
  WITH source AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[])
      AS source (event_id, type, data, delivery_id, endpoint_id)
  ), stored AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at, created_at)
    SELECT event_id, $6::uuid, $7::uuid, type, data, now(), now() FROM source
  )
  INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                          next_attempt_at, created_at)
  SELECT delivery_id, $6::uuid, $7::uuid, event_id, type, endpoint_id, 'full', 'pending', now(), now() FROM source`;
