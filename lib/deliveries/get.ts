import type { Context } from "../context.ts";
import type { AttemptSummary, DeliveryDetail } from "../contracts/deliveries.ts";
import type { ErrorKind } from "../contracts/error-kinds.ts";
import { toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { madeAfter } from "../log-query/time-window.ts";
import { findDelivery } from "./find.ts";
import { toDelivery } from "./to-delivery.ts";

/** A delivery with all its attempts, oldest first; 404 when it is not this tenant's. */
export async function getDelivery(ctx: Context, { id }: { id: string }): Promise<DeliveryDetail> {
  const row = await findDelivery(ctx, id);
  const attempts = await readRows<AttemptRow>(
    ctx,
    sql`SELECT id, number, response_status, error_kind, error_message, total_ms, started_at
          FROM attempts
         WHERE delivery_id = ${row.id}::uuid AND tenant_id = ${ctx.tenantId}::uuid AND ${madeAfter(sql`id`, [row.id])}
         ORDER BY number, id`,
  );
  return {
    ...toDelivery(row),
    endpointState: row.endpoint_state,
    attempts: attempts.map(toAttemptSummary),
  };
}

export type AttemptRow = {
  id: string;
  number: number;
  response_status: number | null;
  error_kind: ErrorKind | null;
  error_message: string | null;
  total_ms: number;
  started_at: Date;
};

/** One line of a delivery's timeline. */
export function toAttemptSummary(row: AttemptRow): AttemptSummary {
  return {
    id: toPublicId("attempt", row.id),
    number: row.number,
    responseStatus: row.response_status,
    errorKind: row.error_kind,
    errorMessage: row.error_message,
    durationMs: row.total_ms,
    startedAt: row.started_at.toISOString(),
  };
}
