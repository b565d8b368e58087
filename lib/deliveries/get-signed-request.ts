import { bodyOf } from "../attempts/body-of.ts";
import { type RequestSource, requestBytes } from "../attempts/request-body.ts";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { SignedRequest } from "../contracts/signed-request.ts";
import { pool } from "../db.ts";
import { deliveryHeaders, maskHeaders } from "../delivery/headers.ts";
import { toleranceSeconds } from "../delivery/verify.ts";
import { loadTargets, type Target } from "../endpoints/load-targets.ts";
import { AppError, notFound } from "../errors.ts";
import { fromPublicId, toPublicId } from "../ids.ts";
import { readRows } from "../log-query/read-rows.ts";
import { sql } from "../log-query/sql.ts";
import { version } from "../version.ts";

/**
 * The request that a resend would make, signed now under every secret that is valid: the bytes and `webhook-id` of all
 * attempts with a timestamp by the database clock (Standard Webhooks 1.0.0). Custom headers are masked, and the audit log
 * notes who took it. Throws 404, and 409 where the endpoint is deleted or the event past its retention.
 */
export async function getSignedRequest(ctx: Context, { id }: { id: string }): Promise<SignedRequest> {
  const source = await findSource(ctx, id);
  const body = bytesOf(source);
  const target = await targetOf(source);
  const label = `${source.event_type} to ${target.url}`;
  await transaction(ctx, (tx) =>
    recordAudit(ctx, tx, { action: "delivery.signed", target: { kind: "delivery", id, label } }),
  );
  const signedAtSeconds = Math.floor(source.signed_at.getTime() / 1_000);
  const headers = deliveryHeaders({
    version,
    custom: target.headers,
    id: toPublicId("event", source.event_id),
    timestampSeconds: signedAtSeconds,
    body,
    keys: target.keys,
  });
  return {
    method: "POST",
    url: target.url,
    headers: maskHeaders(headers, target.headers),
    body: bodyOf(body, { truncated: false }),
    validUntil: new Date((signedAtSeconds + toleranceSeconds) * 1_000).toISOString(),
  };
}

type Source = RequestSource & {
  event_id: string;
  endpoint_id: string;
  is_deleted: boolean;
  signed_at: Date;
};

async function findSource(ctx: Context, publicId: string): Promise<Source> {
  const id = fromPublicId("delivery", publicId);
  if (!id) throw notFound("delivery");
  const [source] = await readRows<Source>(
    ctx,
    sql`SELECT delivery.event_id, delivery.event_type, delivery.endpoint_id, delivery.payload_format, event.data,
               event.occurred_at, endpoint.deleted_at IS NOT NULL AS is_deleted, now() AS signed_at
          FROM deliveries delivery
          LEFT JOIN events event ON event.id = delivery.event_id
          LEFT JOIN endpoints endpoint ON endpoint.id = delivery.endpoint_id
         WHERE delivery.id = ${id}::uuid AND delivery.tenant_id = ${ctx.tenantId}::uuid`,
  );
  if (!source) throw notFound("delivery");
  return source;
}

function bytesOf(source: Source): Buffer {
  const bytes = requestBytes(source);
  if (bytes) return bytes;
  throw new AppError("conflict", { detail: "The event is past its retention, and its payload with it." });
}

async function targetOf({ endpoint_id, is_deleted }: Source): Promise<Target> {
  const target = is_deleted ? undefined : (await loadTargets(pool(), [endpoint_id])).get(endpoint_id);
  if (target) return target;
  throw new AppError("conflict", { detail: "The endpoint is deleted, so nothing can be signed for it." });
}
