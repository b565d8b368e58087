import type { Queryable } from "../db.ts";
import { log } from "../log.ts";
import { openSealed } from "./open-sealed.ts";

/** What the worker needs of an endpoint to sign and send: read anew for every claim, so that a rotation holds at once. */
export type Target = {
  endpointId: string;
  url: string;
  headers: Record<string, string>;
  /** HMAC keys of every secret that is valid now, the current one first. */
  keys: Buffer[];
  timeoutSeconds: number | null;
  /** The endpoint's, else the tenant's schedule in seconds; empty means the environment's. */
  retrySchedule: number[];
  /** Attempts a second, if limited. */
  rateLimit: number | null;
};

type Row = {
  id: string;
  tenant_id: string;
  url: string;
  headers_sealed: Buffer | null;
  timeout_seconds: number | null;
  retry_schedule: number[];
  rate_limit: number | null;
  secret_ids: string[] | null;
  secrets_sealed: Buffer[] | null;
};

/**
 * Loads the targets of these endpoints in one statement, secrets and headers opened. One whose secrets do not open is left
 * out and logged, so that it holds up nobody else.
 */
export async function loadTargets(
  db: Queryable,
  endpointIds: readonly string[],
): Promise<Map<string, Target>> {
  const { rows } = await db.query<Row>({
    name: "load-targets",
    text: targetStatement,
    values: [endpointIds],
  });
  return new Map(rows.flatMap(withTarget));
}

const targetStatement = `
  SELECT endpoint.id, endpoint.tenant_id, endpoint.url, endpoint.headers_sealed, endpoint.timeout_seconds, endpoint.rate_limit,
         CASE WHEN cardinality(endpoint.retry_schedule) > 0 THEN endpoint.retry_schedule ELSE tenant.retry_schedule END
           AS retry_schedule,
         secrets.ids AS secret_ids, secrets.sealed AS secrets_sealed
    FROM endpoints endpoint
    JOIN tenants tenant ON tenant.id = endpoint.tenant_id
   CROSS JOIN LATERAL (
     SELECT array_agg(id ORDER BY expires_at DESC NULLS FIRST) AS ids,
            array_agg(sealed ORDER BY expires_at DESC NULLS FIRST) AS sealed
       FROM endpoint_secrets
      WHERE endpoint_id = endpoint.id AND (expires_at IS NULL OR expires_at > now())) AS secrets
   WHERE endpoint.id = ANY ($1::uuid[])`;

function withTarget(row: Row): [string, Target][] {
  try {
    return [[row.id, toTarget(row)]];
  } catch (error) {
    log().error({ err: error, endpointId: row.id }, "the endpoint's secrets cannot be read; nothing is sent");
    return [];
  }
}

function toTarget(row: Row): Target {
  const { headers, keys } = openSealed({
    endpointId: row.id,
    tenantId: row.tenant_id,
    headers: row.headers_sealed,
    secretIds: row.secret_ids ?? [],
    secrets: row.secrets_sealed ?? [],
  });
  return {
    endpointId: row.id,
    url: row.url,
    headers,
    keys,
    timeoutSeconds: row.timeout_seconds,
    retrySchedule: row.retry_schedule,
    rateLimit: row.rate_limit,
  };
}
