import type pg from "pg";
import { eventData } from "../processes/event-request.ts";
import type { TenantRows } from "./tenant.ts";

const chunk = 50_000;

/** Fills `count` events with a pending delivery each to the tenant's first endpoint, straight into the tables. */
export async function insertBacklog(db: pg.Pool, tenant: TenantRows, count: number): Promise<void> {
  for (let done = 0; done < count; done += chunk) {
    await db.query(backlogStatement, [
      tenant.tenantId,
      tenant.applicationId,
      tenant.endpointIds[0],
      eventData,
      Math.min(chunk, count - done),
    ]);
  }
  await db.query("ANALYZE events, deliveries");
}

const backlogStatement = `
  WITH stored AS (
    INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at, created_at)
    SELECT uuidv7(), $1::uuid, $2::uuid, 'bench.0', $4, now(), now() FROM generate_series(1, $5) RETURNING id
  )
  INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                          next_attempt_at, created_at)
  SELECT uuidv7(), $1::uuid, $2::uuid, id, 'bench.0', $3::uuid, 'full', 'pending', now(), now() FROM stored`;
