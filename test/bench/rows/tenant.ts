import type pg from "pg";
import { newKeyText } from "#lib/api-keys/key-text.ts";
import { newSecret } from "#lib/delivery/sign.ts";
import { newId } from "#lib/ids.ts";
import { hashToken, seal } from "#lib/vault.ts";

export type EndpointRow = {
  url: string;
  /** The one event type it takes. */
  type: string;
  state?: "enabled" | "paused";
  maxInFlight?: number;
};

export type TenantRows = { tenantId: string; applicationId: string; apiKey: string; endpointIds: string[] };

/** A tenant with its default application, a key with every scope and these endpoints, straight into the tables. */
export async function insertTenant(db: pg.Pool, endpoints: readonly EndpointRow[]): Promise<TenantRows> {
  const tenantId = newId();
  const applicationId = newId();
  await db.query("INSERT INTO tenants (id, slug, name) VALUES ($1, $2, 'Bench')", [
    tenantId,
    `bench-${tenantId}`,
  ]);
  await db.query(
    "INSERT INTO applications (id, tenant_id, uid, name, is_default) VALUES ($1, $2, 'default', 'Default', true)",
    [applicationId, tenantId],
  );
  const apiKey = await insertKey(db, tenantId);
  const endpointIds = endpoints.map(() => newId());
  const rows = endpoints.map((endpoint, index) => ({ ...endpoint, id: endpointIds[index] ?? "" }));
  await insertEndpoints(db, { tenantId, applicationId, rows });
  return { tenantId, applicationId, apiKey, endpointIds };
}

/** Another application of the tenant, with these endpoints. */
export async function insertApplication(
  db: pg.Pool,
  { tenantId }: TenantRows,
  { uid, endpoints }: { uid: string; endpoints: readonly EndpointRow[] },
): Promise<{ applicationId: string; endpointIds: string[] }> {
  const applicationId = newId();
  await db.query("INSERT INTO applications (id, tenant_id, uid, name) VALUES ($1, $2, $3, $3)", [
    applicationId,
    tenantId,
    uid,
  ]);
  const rows = endpoints.map((endpoint) => ({ ...endpoint, id: newId() }));
  await insertEndpoints(db, { tenantId, applicationId, rows });
  return { applicationId, endpointIds: rows.map(({ id }) => id) };
}

async function insertKey(db: pg.Pool, tenantId: string): Promise<string> {
  const { key, prefix, secret } = newKeyText();
  await db.query(
    `INSERT INTO api_keys (id, tenant_id, name, prefix, secret_hash, scopes, created_by)
     VALUES ($1, $2, 'bench', $3, $4, $5, 'bench')`,
    [newId(), tenantId, prefix, hashToken(secret), ["events:write", "read", "manage"]],
  );
  return key;
}

type Rows = { tenantId: string; applicationId: string; rows: (EndpointRow & { id: string })[] };

async function insertEndpoints(db: pg.Pool, { tenantId, applicationId, rows }: Rows): Promise<void> {
  const ids = rows.map((row) => row.id);
  await db.query(
    `INSERT INTO endpoints (id, tenant_id, application_id, url, event_types, state, max_in_flight)
     SELECT id, $6, $7, url, ARRAY[type], state, max_in_flight
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::endpoint_state[], $5::int[])
         AS endpoint (id, url, type, state, max_in_flight)`,
    [
      ids,
      rows.map((row) => row.url),
      rows.map((row) => row.type),
      rows.map((row) => row.state ?? "enabled"),
      rows.map((row) => row.maxInFlight ?? 16),
      tenantId,
      applicationId,
    ],
  );
  await db.query(
    `INSERT INTO endpoint_subscriptions (endpoint_id, pattern, application_id)
     SELECT *, $3::uuid FROM unnest($1::uuid[], $2::text[])`,
    [ids, rows.map((row) => row.type), applicationId],
  );
  await db.query("INSERT INTO endpoint_health (endpoint_id) SELECT unnest($1::uuid[])", [ids]);
  await insertSecrets(db, tenantId, ids);
  await db.query("ANALYZE endpoints, endpoint_subscriptions, endpoint_secrets, endpoint_health");
}

async function insertSecrets(db: pg.Pool, tenantId: string, endpointIds: readonly string[]): Promise<void> {
  const secrets = endpointIds.map((endpointId) => {
    const id = newId();
    return { id, endpointId, sealed: seal(newSecret(), `${tenantId}:endpoint_secrets:${id}`) };
  });
  await db.query(
    "INSERT INTO endpoint_secrets (id, endpoint_id, sealed) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[])",
    [
      secrets.map((secret) => secret.id),
      secrets.map((secret) => secret.endpointId),
      secrets.map((secret) => secret.sealed),
    ],
  );
}
