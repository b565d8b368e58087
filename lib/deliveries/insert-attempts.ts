import type { ErrorKind } from "../contracts/error-kinds.ts";
import type { Queryable } from "../db.ts";
import type { Timings } from "../delivery/send-result.ts";

export type AttemptRow = {
  id: string;
  tenantId: string;
  deliveryId: string;
  endpointId: string;
  number: number;
  url: string;
  /** As sent, values of custom headers masked. */
  requestHeaders: [string, string][];
  responseStatus: number | null;
  responseHeaders: [string, string][] | null;
  responseBody: Buffer | null;
  responseTruncated: boolean;
  errorKind: ErrorKind | null;
  errorMessage: string | null;
  remoteAddress: string | null;
  timings: Timings;
  startedAt: Date;
};

/** Inserts finished attempts in one statement. */
export async function insertAttempts(client: Queryable, attempts: readonly AttemptRow[]): Promise<void> {
  if (attempts.length === 0) return;
  await client.query({ name: "insert-attempts", text: insertStatement, values: columnsOf(attempts) });
}

/** Puts the true result on attempts that the sweep had to record as `unknown` because their lease ran out. */
export async function completeLateAttempts(
  client: Queryable,
  attempts: readonly AttemptRow[],
): Promise<void> {
  if (attempts.length === 0) return;
  await client.query({
    name: "complete-late-attempts",
    text: completeStatement,
    values: columnsOf(attempts),
  });
}

const source = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::json[], $8::int[], $9::json[],
    $10::bytea[], $11::bool[], $12::text[], $13::text[], $14::text[], $15::real[], $16::real[], $17::real[], $18::real[],
    $19::real[], $20::timestamptz[])
  AS late (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status, response_headers,
    response_body, response_truncated, error_kind, error_message, remote_address, dns_ms, connect_ms, tls_ms,
    first_byte_ms, total_ms, started_at)`;

const insertStatement = `
  INSERT INTO attempts (id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status,
    response_headers, response_body, response_truncated, error_kind, error_message, remote_address, dns_ms, connect_ms,
    tls_ms, first_byte_ms, total_ms, started_at)
  SELECT * FROM ${source}`;

const completeStatement = `
  UPDATE attempts
     SET url = late.url, request_headers = late.request_headers, response_status = late.response_status,
         response_headers = late.response_headers, response_body = late.response_body,
         response_truncated = late.response_truncated, error_kind = late.error_kind, error_message = late.error_message,
         remote_address = late.remote_address, dns_ms = late.dns_ms, connect_ms = late.connect_ms, tls_ms = late.tls_ms,
         first_byte_ms = late.first_byte_ms, total_ms = late.total_ms, started_at = late.started_at
    FROM ${source}
   WHERE attempts.delivery_id = late.delivery_id AND attempts.number = late.number AND attempts.error_kind = 'unknown'`;

function columnsOf(attempts: readonly AttemptRow[]): unknown[] {
  return [
    attempts.map((attempt) => attempt.id),
    attempts.map((attempt) => attempt.tenantId),
    attempts.map((attempt) => attempt.deliveryId),
    attempts.map((attempt) => attempt.endpointId),
    attempts.map((attempt) => attempt.number),
    attempts.map((attempt) => storable(attempt.url)),
    attempts.map((attempt) => JSON.stringify(attempt.requestHeaders)),
    attempts.map((attempt) => attempt.responseStatus),
    attempts.map((attempt) => attempt.responseHeaders && JSON.stringify(attempt.responseHeaders)),
    attempts.map((attempt) => attempt.responseBody),
    attempts.map((attempt) => attempt.responseTruncated),
    attempts.map((attempt) => attempt.errorKind),
    attempts.map((attempt) => attempt.errorMessage && storable(attempt.errorMessage)),
    attempts.map((attempt) => attempt.remoteAddress),
    attempts.map((attempt) => attempt.timings.dnsMs),
    attempts.map((attempt) => attempt.timings.connectMs),
    attempts.map((attempt) => attempt.timings.tlsMs),
    attempts.map((attempt) => attempt.timings.firstByteMs),
    attempts.map((attempt) => attempt.timings.totalMs),
    attempts.map((attempt) => attempt.startedAt),
  ];
}

/** Postgres text holds no NUL; what a receiver wrote must not keep its attempt from being recorded. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}
