import type { z } from "zod";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { rotateEndpointSecretBody } from "../contracts/endpoints.ts";
import type { Transaction } from "../db.ts";
import { invalid } from "../errors.ts";
import { announceEndpoints } from "./announce.ts";
import { lockEndpoint } from "./find.ts";
import { chooseSecret, insertSecret, readSecrets } from "./secrets.ts";
import { endpointTarget } from "./to-endpoint.ts";

export type SecretRotation = { id: string } & z.output<typeof rotateEndpointSecretBody>;

const maxPrevious = 10;

/**
 * Replaces an endpoint's signing secret. The old one keeps signing beside the new one for `overlapSeconds` by the
 * database clock (0 ends it now); of more than 10 old ones those that end soonest stop. Throws 404, and 422 for a
 * malformed secret (Standard Webhooks 1.0.0).
 */
export function rotateEndpointSecret(ctx: Context, { id, overlapSeconds, secret: given }: SecretRotation) {
  const secret = chooseSecret(given);
  return transaction(ctx, async (tx) => {
    const endpoint = await lockEndpoint(ctx, tx, id);
    const current = await readSecrets(ctx, tx, endpoint.id);
    if (current.secret === secret) throw invalid("secret", "is the current secret already");
    await retireCurrent(tx, endpoint.id, overlapSeconds);
    await insertSecret(ctx, tx, { endpointId: endpoint.id, secret });
    await dropSpent(tx, endpoint.id);
    await announceEndpoints(tx, [endpoint]);
    const details = { overlapSeconds, imported: given !== undefined };
    await recordAudit(ctx, tx, { action: "secret.rotated", target: endpointTarget(endpoint), details });
    return readSecrets(ctx, tx, endpoint.id);
  });
}

/** The column keeps milliseconds and would round up: without an overlap nothing may be valid any more. */
async function retireCurrent(tx: Transaction, endpointId: string, overlapSeconds: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE endpoint_secrets SET expires_at = date_trunc('milliseconds', now()) + ${overlapSeconds} * interval '1 s'
     WHERE endpoint_id = ${endpointId}::uuid AND expires_at IS NULL`;
}

async function dropSpent(tx: Transaction, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM endpoint_secrets
     WHERE endpoint_id = ${endpointId}::uuid AND expires_at IS NOT NULL
       AND (expires_at <= now() OR id NOT IN (
             SELECT id FROM endpoint_secrets
              WHERE endpoint_id = ${endpointId}::uuid AND expires_at IS NOT NULL
              ORDER BY expires_at DESC, id DESC LIMIT ${maxPrevious}))`;
}
