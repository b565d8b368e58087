import { pool } from "../db.ts";
import { newId } from "../ids.ts";
import { checkSignature, type SignatureFinding } from "./check-signature.ts";
import type { InboxAnswer } from "./choose-answer.ts";
import type { FoundInbox } from "./find.ts";

export type ReceivedRequest = {
  inbox: FoundInbox;
  request: Request;
  body: Buffer;
  answer: InboxAnswer;
  remoteAddress: string | undefined;
  sender: Sender;
};

/** Anybody who has the URL, or the worker with a delivery: it is bounded by its own limits and never refused. */
export type Sender = "anybody" | "worker";

/** Each tenant's newest are kept; older ones go with each that comes. */
export const keptRequests = 200;
const keptBodyBytes = 65_536;
const maxPathLength = 2_048;

/** Keeps a request with what its signature is worth; credentials in its headers are masked. */
export async function keepRequest(received: ReceivedRequest): Promise<void> {
  const { inbox, request, body, answer, remoteAddress } = received;
  const finding = await checkSignature(received);
  // The endpoint that the worker sends for was deleted in this moment.
  if (received.sender === "worker" && finding.endpointId === null) return;
  const { pathname, search } = new URL(request.url);
  await pool().query(insertStatement, [
    newId(),
    inbox.tenantId,
    request.method.slice(0, 16),
    (pathname + search).slice(0, maxPathLength),
    JSON.stringify(shownHeaders(request.headers, finding)),
    body.subarray(0, keptBodyBytes),
    body.length,
    eventTypeOf(body),
    request.headers.get("webhook-id")?.slice(0, 128) ?? null,
    finding.signature,
    finding.endpointId,
    answer.status,
    answer.delaySeconds,
    remoteAddress ?? null,
  ]);
}

/** Nothing comes in for an endpoint that is being deleted: whoever deletes it waits, or is waited for. */
const insertStatement = `
  WITH held AS (
    SELECT id FROM endpoints WHERE id = $11::uuid AND deleted_at IS NULL FOR SHARE
  ), kept AS (
    INSERT INTO inbox_requests (id, tenant_id, method, path, headers, body, body_bytes, event_type, webhook_id, signature,
                                endpoint_id, answer_status, delay_seconds, remote_address)
    SELECT $1::uuid, $2::uuid, $3::text, $4::text, $5::json, $6::bytea, $7::int, $8::text, $9::text, $10::text,
           $11::uuid, $12::int, $13::int, $14::text
     WHERE $11::uuid IS NULL OR EXISTS (SELECT 1 FROM held))
  DELETE FROM inbox_requests
   WHERE tenant_id = $2::uuid
     AND id < (SELECT id FROM inbox_requests WHERE tenant_id = $2::uuid ORDER BY id DESC OFFSET ${keptRequests - 1} LIMIT 1)`;

const maskedValue = "••••";
const credentials = ["authorization", "cookie", "proxy-authorization"];

function shownHeaders(headers: Headers, { customHeaders }: SignatureFinding): [string, string][] {
  const masked = new Set([...credentials, ...customHeaders.map((name) => name.toLowerCase())]);
  return [...headers].map(([name, value]) => [name, masked.has(name) ? maskedValue : value]);
}

/** The `type` of a body as our deliveries have it. */
function eventTypeOf(body: Buffer): string | null {
  try {
    const { type } = JSON.parse(body.toString()) as { type?: unknown };
    return typeof type === "string" && /^[\w.-]{1,128}$/.test(type) ? type : null;
  } catch {
    return null;
  }
}
