import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";

export type HeldEndpoint = {
  id: string;
  applicationId: string;
  url: string;
  payloadFormat: string;
  state: "enabled" | "paused" | "disabled";
  isDeleted: boolean;
};

/**
 * The endpoints of the tenant among these UUIDs, held as they are until the transaction ends: disabling one waits for us,
 * so that its canceling sees what was re-opened here.
 */
export function holdEndpoints(
  ctx: Context,
  tx: Transaction,
  ids: readonly string[],
): Promise<HeldEndpoint[]> {
  return readRows<HeldEndpoint>(
    { ...ctx, tx },
    sql`SELECT id, application_id AS "applicationId", url, payload_format AS "payloadFormat", state::text AS state,
               deleted_at IS NOT NULL AS "isDeleted"
          FROM endpoints
         WHERE id = ANY(${ids}::uuid[]) AND tenant_id = ${ctx.tenantId}::uuid ORDER BY id FOR SHARE`,
  );
}

/** Whether an endpoint takes deliveries; those of a paused one wait. */
export function isOpen({ state, isDeleted }: HeldEndpoint): boolean {
  return state !== "disabled" && !isDeleted;
}

/** Why an endpoint takes no deliveries; undefined for one that does. */
export function whyClosed(endpoint: HeldEndpoint): string | undefined {
  if (isOpen(endpoint)) return undefined;
  return endpoint.isDeleted
    ? `The endpoint ${endpoint.url} is deleted.`
    : `The endpoint ${endpoint.url} is disabled; enable it to send to it again.`;
}

/** Throws 409, saying why, for an endpoint that takes no deliveries. */
export function refuseClosed(endpoint: HeldEndpoint): void {
  const detail = whyClosed(endpoint);
  if (detail !== undefined) throw new AppError("conflict", { detail });
}
