import { randomUUID } from "node:crypto";
import { pool } from "#lib/db.ts";
import { type AttemptRow, insertAttempts } from "#lib/deliveries/insert-attempts.ts";
import { idAt } from "#prisma/seed/id-at.ts";
import type { TenantRows } from "./rows.ts";

type Owner = Pick<TenantRows, "tenantId" | "applicationId">;

type EventSettings = {
  at?: Date;
  type?: string;
  uid?: string;
  data?: string;
  tags?: string[];
  channels?: string[];
  applicationId?: string;
  isFannedOut?: boolean;
};

/** An event straight in the tables, without deliveries. */
export async function insertEvent({ tenantId, applicationId }: Owner, settings: EventSettings = {}) {
  const { at = new Date(), type = "invoice.paid", data = "{}", tags = [], channels = [] } = settings;
  const event = { id: idAt(at), type, applicationId: settings.applicationId ?? applicationId };
  await pool().query(
    `INSERT INTO events (id, tenant_id, application_id, type, uid, data, tags, channels, is_fanned_out, occurred_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      event.id,
      tenantId,
      event.applicationId,
      type,
      settings.uid ?? null,
      data,
      tags,
      channels,
      settings.isFannedOut ?? true,
      at,
    ],
  );
  if (settings.uid !== undefined) {
    await pool().query("INSERT INTO event_uids (tenant_id, uid, event_id) VALUES ($1, $2, $3)", [
      tenantId,
      settings.uid,
      event.id,
    ]);
  }
  return event;
}

/** So many deliveries that are due at one endpoint, straight in the tables, each of an event of its own. */
export async function insertDue(
  { tenantId, applicationId }: Owner,
  { endpointId, count }: { endpointId: string; count: number },
): Promise<void> {
  await pool().query(
    `WITH stored AS (
       INSERT INTO events (id, tenant_id, application_id, type, data, occurred_at, created_at)
       SELECT uuidv7(), $1, $2, 'a.b', '{}', now(), now() FROM generate_series(1, $4) RETURNING id
     )
     INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
                             next_attempt_at, created_at)
     SELECT uuidv7(), $1, $2, id, 'a.b', $3, 'full', 'pending', now(), now() FROM stored`,
    [tenantId, applicationId, endpointId, count],
  );
}

type DeliverySettings = {
  event: { id: string; type: string; applicationId: string };
  endpointId: string;
  at?: Date;
  status?: string;
  attemptCount?: number;
  scheduleAttempts?: number;
  responseStatus?: number | null;
  errorKind?: string | null;
  leaseUntil?: Date;
  payloadFormat?: string;
};

/** A delivery straight in the tables, in any state; answers its UUID. */
export async function insertDelivery(
  { tenantId }: Pick<Owner, "tenantId">,
  settings: DeliverySettings,
): Promise<string> {
  const { event, endpointId, at = new Date(), status = "delivered", leaseUntil = null } = settings;
  const id = idAt(at);
  const isWaiting = status === "pending" || status === "retrying";
  const isOver = ["delivered", "failed", "canceled"].includes(status);
  await pool().query(
    `INSERT INTO deliveries (id, tenant_id, application_id, event_id, event_type, endpoint_id, payload_format, status,
       attempt_count, schedule_attempts, next_attempt_at, lease_token, lease_until, last_response_status, last_error_kind,
       completed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      id,
      tenantId,
      event.applicationId,
      event.id,
      event.type,
      endpointId,
      settings.payloadFormat ?? "full",
      status,
      settings.attemptCount ?? 0,
      settings.scheduleAttempts ?? 0,
      isWaiting ? new Date(Date.now() + 3_600_000) : null,
      status === "sending" ? randomUUID() : null,
      status === "sending" ? (leaseUntil ?? new Date(Date.now() + 30_000)) : null,
      settings.responseStatus ?? null,
      settings.errorKind ?? null,
      isOver ? at : null,
      at,
    ],
  );
  return id;
}

type AttemptSettings = Partial<AttemptRow> & { deliveryId: string; endpointId: string };

/** An attempt straight in the tables, answered 200 unless told otherwise; answers its UUID. */
export async function insertAttempt({ tenantId }: TenantRows, settings: AttemptSettings): Promise<string> {
  const startedAt = settings.startedAt ?? new Date();
  const attempt: AttemptRow = {
    id: idAt(startedAt),
    tenantId,
    number: 1,
    url: "https://example.com/hook",
    requestHeaders: [["content-type", "application/json"]],
    responseStatus: 200,
    responseHeaders: [["content-type", "text/plain"]],
    responseBody: Buffer.from("ok"),
    responseTruncated: false,
    errorKind: null,
    errorMessage: null,
    remoteAddress: "203.0.113.9",
    timings: { dnsMs: 1, connectMs: 2, tlsMs: 3, firstByteMs: 4, totalMs: 10 },
    startedAt,
    ...settings,
  };
  await insertAttempts(pool(), [attempt]);
  return attempt.id;
}
