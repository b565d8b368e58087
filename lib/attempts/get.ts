import type { Context } from "../context.ts";
import type { Attempt } from "../contracts/deliveries.ts";
import { type AttemptRow, toAttemptSummary } from "../deliveries/get.ts";
import { notFound } from "../errors.ts";
import { fromPublicId, toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { bodyOf, noBody } from "./body-of.ts";
import { type RequestSource, requestBody } from "./request-body.ts";

/**
 * One HTTP request with its answer; 404 when it is not this tenant's. The request body is rebuilt byte for byte from the
 * event, and absent once the event is past its retention. Values of custom headers are masked.
 */
export async function getAttempt(ctx: Context, { id }: { id: string }): Promise<Attempt> {
  const row = await findAttempt(ctx, id);
  const { url, request_headers: headers } = row;
  return {
    ...toAttemptSummary(row),
    delivery: toPublicId("delivery", row.delivery_id),
    event: toPublicId("event", row.event_id),
    endpoint: toPublicId("endpoint", row.endpoint_id),
    request: { method: "POST", url, headers, body: requestBody(row) },
    response: responseOf(row),
    timings: {
      dnsMs: row.dns_ms,
      connectMs: row.connect_ms,
      tlsMs: row.tls_ms,
      firstByteMs: row.first_byte_ms,
      totalMs: row.total_ms,
    },
    remoteAddress: row.remote_address,
  };
}

type Row = AttemptRow &
  RequestSource & {
    delivery_id: string;
    event_id: string;
    endpoint_id: string;
    url: string;
    request_headers: [string, string][];
    response_headers: [string, string][] | null;
    response_body: Buffer | null;
    response_truncated: boolean;
    dns_ms: number | null;
    connect_ms: number | null;
    tls_ms: number | null;
    first_byte_ms: number | null;
    remote_address: string | null;
  };

async function findAttempt(ctx: Context, publicId: string): Promise<Row> {
  const id = fromPublicId("attempt", publicId);
  if (!id) throw notFound("attempt");
  const [row] = await readRows<Row>(
    ctx,
    sql`SELECT attempt.*, delivery.event_id, delivery.event_type, delivery.payload_format, event.data, event.occurred_at
          FROM attempts attempt
          JOIN deliveries delivery ON delivery.id = attempt.delivery_id
          LEFT JOIN events event ON event.id = delivery.event_id
         WHERE attempt.id = ${id}::uuid AND attempt.tenant_id = ${ctx.tenantId}::uuid`,
  );
  if (!row) throw notFound("attempt");
  return row;
}

function responseOf(row: Row): Attempt["response"] {
  if (row.response_status === null) return null;
  const { response_body: bytes, response_truncated: truncated } = row;
  return {
    status: row.response_status,
    headers: row.response_headers ?? [],
    body: bytes ? bodyOf(bytes, { truncated }) : { ...noBody, truncated },
  };
}
