import type { Delivery, DeliveryStatus } from "../contracts/deliveries.ts";
import type { ErrorKind } from "../contracts/error-kinds.ts";
import { env } from "../env.ts";
import { toPublicId } from "../ids.ts";
import { type Sql, sql } from "../log-query/sql.ts";

/** A delivery joined with what its endpoint and tenant add to it. */
export type DeliveryRow = {
  id: string;
  event_id: string;
  event_type: string;
  endpoint_id: string;
  application_id: string;
  status: DeliveryStatus;
  attempt_count: number;
  schedule_attempts: number;
  next_attempt_at: Date | null;
  last_response_status: number | null;
  last_error_kind: ErrorKind | null;
  last_duration_ms: number | null;
  created_at: Date;
  completed_at: Date | null;
  endpoint_url: string | null;
  endpoint_state: "enabled" | "paused" | "disabled" | "deleted";
  retry_count: number | null;
};

/** Reads deliveries in the form of `DeliveryRow`; `deliveries` is the statement that chooses them, `order` how they come out. */
export function selectDeliveries(deliveries: Sql, order: Sql): Sql {
  return sql`
    SELECT delivery.id, delivery.event_id, delivery.event_type, delivery.endpoint_id, delivery.application_id,
           delivery.status::text AS status, delivery.attempt_count, delivery.schedule_attempts, delivery.next_attempt_at,
           delivery.last_response_status, delivery.last_error_kind, delivery.last_duration_ms, delivery.created_at,
           delivery.completed_at, endpoint.url AS endpoint_url,
           coalesce(CASE WHEN endpoint.deleted_at IS NULL THEN endpoint.state::text END, 'deleted') AS endpoint_state,
           coalesce(nullif(cardinality(endpoint.retry_schedule), 0), nullif(cardinality(tenant.retry_schedule), 0))
             AS retry_count
      FROM (${deliveries}) AS delivery
      JOIN tenants tenant ON tenant.id = delivery.tenant_id
      LEFT JOIN endpoints endpoint ON endpoint.id = delivery.endpoint_id
     ${order}`;
}

/** The delivery as the API shows it. */
export function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: toPublicId("delivery", row.id),
    event: toPublicId("event", row.event_id),
    eventType: row.event_type,
    endpoint: toPublicId("endpoint", row.endpoint_id),
    endpointUrl: row.endpoint_url ?? "",
    application: toPublicId("application", row.application_id),
    status: row.status,
    attemptCount: row.attempt_count,
    maxAttempts: (row.retry_count ?? env().retrySchedule.length) + 1,
    scheduleAttempts: row.schedule_attempts,
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    responseStatus: row.last_response_status,
    errorKind: row.last_error_kind,
    durationMs: row.last_duration_ms,
    createdAt: row.created_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}
