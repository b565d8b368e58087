import { binaryColumn } from "../binary-column.ts";
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
  await client.query({ name: "insert-attempts", text: insertStatement, values: attemptColumns(attempts) });
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
    values: attemptColumns(attempts),
  });
}

/** How `attemptColumns` become rows: their columns, and a table of them given as parameters from `$first` on. */
export const attemptNames = `id, tenant_id, delivery_id, endpoint_id, number, url, request_headers, response_status,
  response_headers, response_body, response_truncated, error_kind, error_message, remote_address, dns_ms, connect_ms,
  tls_ms, first_byte_ms, total_ms, started_at`;

const attemptTypes = `uuid uuid uuid uuid int text json int json bytea bool text text text real real real real real timestamptz`;

/** `also` are columns beside the attempt's, in parameters after its own: their names and types. */
export function attemptsFrom(first: number, also: Record<string, string> = {}): string {
  const types = [...attemptTypes.split(" "), ...Object.values(also)];
  const parameters = types.map((type, index) => `$${first + index}::${type}[]`);
  return `unnest(${parameters.join(", ")}) AS finished (${[attemptNames, ...Object.keys(also)].join(", ")})`;
}

const insertStatement = `INSERT INTO attempts (${attemptNames}) SELECT * FROM ${attemptsFrom(1)}`;

const completeStatement = `
  UPDATE attempts
     SET url = finished.url, request_headers = finished.request_headers, response_status = finished.response_status,
         response_headers = finished.response_headers, response_body = finished.response_body,
         response_truncated = finished.response_truncated, error_kind = finished.error_kind,
         error_message = finished.error_message, remote_address = finished.remote_address, dns_ms = finished.dns_ms,
         connect_ms = finished.connect_ms, tls_ms = finished.tls_ms, first_byte_ms = finished.first_byte_ms,
         total_ms = finished.total_ms, started_at = finished.started_at
    FROM ${attemptsFrom(1)}
   WHERE attempts.delivery_id = finished.delivery_id AND attempts.number = finished.number
     AND attempts.error_kind = 'unknown'`;

export function attemptColumns(attempts: readonly AttemptRow[]): Buffer[] {
  const timings = attempts.map((attempt) => attempt.timings);
  return [
    binaryColumn("uuid", attempts, (attempt) => attempt.id),
    binaryColumn("uuid", attempts, (attempt) => attempt.tenantId),
    binaryColumn("uuid", attempts, (attempt) => attempt.deliveryId),
    binaryColumn("uuid", attempts, (attempt) => attempt.endpointId),
    binaryColumn("int", attempts, (attempt) => attempt.number),
    binaryColumn("text", attempts, (attempt) => storable(attempt.url)),
    binaryColumn("json", attempts, (attempt) => JSON.stringify(attempt.requestHeaders)),
    binaryColumn("int", attempts, (attempt) => attempt.responseStatus),
    binaryColumn("json", attempts, ({ responseHeaders: headers }) => headers && JSON.stringify(headers)),
    binaryColumn("bytea", attempts, (attempt) => attempt.responseBody),
    binaryColumn("bool", attempts, (attempt) => attempt.responseTruncated),
    binaryColumn("text", attempts, (attempt) => attempt.errorKind),
    binaryColumn("text", attempts, ({ errorMessage: message }) => message && storable(message)),
    binaryColumn("text", attempts, (attempt) => attempt.remoteAddress),
    binaryColumn("real", timings, (timing) => timing.dnsMs),
    binaryColumn("real", timings, (timing) => timing.connectMs),
    binaryColumn("real", timings, (timing) => timing.tlsMs),
    binaryColumn("real", timings, (timing) => timing.firstByteMs),
    binaryColumn("real", timings, (timing) => timing.totalMs),
    binaryColumn("timestamptz", attempts, (attempt) => attempt.startedAt),
  ];
}

/** Postgres text holds no NUL; what a receiver wrote must not keep its attempt from being recorded. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}
