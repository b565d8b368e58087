import type { Context } from "#lib/context.ts";
import { pool, prisma } from "#lib/db.ts";
import { newSecret } from "#lib/delivery/sign.ts";
import { newId } from "#lib/ids.ts";
import { seal } from "#lib/vault.ts";

export type TenantRows = { tenantId: string; applicationId: string; ctx: Context };

/** A tenant with its default application, straight in the tables. */
export async function insertTenant(): Promise<TenantRows> {
  const tenantId = newId();
  const applicationId = newId();
  await prisma().tenant.create({
    data: {
      id: tenantId,
      slug: `tenant-${tenantId}`,
      name: "Acme",
      applications: { create: { id: applicationId, uid: "default", name: "Default", isDefault: true } },
    },
  });
  return { tenantId, applicationId, ctx: { tenantId, actor: { kind: "system", id: null, label: "test" } } };
}

type EndpointSettings = {
  url?: string;
  eventTypes?: string[];
  channels?: string[];
  state?: "enabled" | "paused" | "disabled";
  retrySchedule?: number[];
  timeoutSeconds?: number;
  maxInFlight?: number;
  rateLimit?: number;
  payloadFormat?: "full" | "data";
  headers?: Record<string, string>;
  applicationId?: string;
};

/** An endpoint with one secret, straight in the tables; no receiver listens unless `url` names one. */
export async function insertEndpoint(rows: TenantRows, settings: EndpointSettings = {}) {
  const {
    url = "http://127.0.0.1:9/closed",
    eventTypes = ["*"],
    headers,
    applicationId = rows.applicationId,
    ...columns
  } = settings;
  const id = newId();
  const secretId = newId();
  const secret = newSecret();
  const sealed = new Uint8Array(seal(secret, `${rows.tenantId}:endpoint_secrets:${secretId}`));
  const headersSealed =
    headers && new Uint8Array(seal(JSON.stringify(headers), `${rows.tenantId}:endpoints:${id}`));
  await prisma().endpoint.create({
    data: {
      id,
      tenantId: rows.tenantId,
      applicationId,
      url,
      eventTypes,
      ...columns,
      ...(headersSealed ? { headersSealed } : {}),
      subscriptions: { create: eventTypes.map((pattern) => ({ pattern, applicationId })) },
      secrets: { create: { id: secretId, sealed } },
      health: { create: {} },
    },
  });
  return { id, secret };
}

export type DeliveryState = {
  id: string;
  event_id: string;
  endpoint_id: string;
  status: string;
  attempt_count: number;
  schedule_attempts: number;
  last_error_kind: string | null;
  last_response_status: number | null;
  next_attempt_at: Date | null;
};

/** The deliveries of a tenant as they stand, oldest first. */
export async function deliveriesOf({ tenantId }: TenantRows): Promise<DeliveryState[]> {
  const { rows } = await pool().query<DeliveryState>(
    "SELECT * FROM deliveries WHERE tenant_id = $1 ORDER BY id",
    [tenantId],
  );
  return rows;
}

export type AttemptState = {
  id: string;
  number: number;
  error_kind: string | null;
  response_status: number | null;
  response_body: Buffer | null;
  request_headers: [string, string][];
};

/** The attempts of a delivery in their order. */
export async function attemptsOf(deliveryId: string): Promise<AttemptState[]> {
  const { rows } = await pool().query<AttemptState>(
    "SELECT * FROM attempts WHERE delivery_id = $1 ORDER BY number, id",
    [deliveryId],
  );
  return rows;
}
