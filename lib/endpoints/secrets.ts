import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { decodeSecret, newSecret } from "../delivery/sign.ts";
import { invalid } from "../errors.ts";
import { newId } from "../ids.ts";
import { open, seal } from "../vault.ts";

/** A given signing secret, or a new one. Throws 422 when the given one is malformed; never quotes it. */
export function chooseSecret(given: string | undefined): string {
  if (given === undefined) return newSecret();
  const decoded = decodeSecret(given);
  if (decoded.kind === "malformed") throw invalid("secret", decoded.reason);
  return given;
}

/** Stores a signing secret as the endpoint's current one, encrypted for its row. */
export async function insertSecret(
  { tenantId }: Context,
  tx: Transaction,
  { endpointId, secret }: { endpointId: string; secret: string },
): Promise<void> {
  const id = newId();
  const sealed = new Uint8Array(seal(secret, vaultOwner(tenantId, id)));
  await tx.endpointSecret.create({ data: { id, endpointId, sealed } });
}

/** The endpoint's current secret, and until when each former one still signs (the soonest to end first). */
export async function readSecrets(
  { tenantId }: Context,
  tx: Transaction,
  endpointId: string,
): Promise<{ secret: string; previous: { validUntil: string }[] }> {
  const rows = await tx.$queryRaw<{ id: string; sealed: Uint8Array; expires_at: Date | null }[]>`
    SELECT id, sealed, expires_at FROM endpoint_secrets
     WHERE endpoint_id = ${endpointId}::uuid AND (expires_at IS NULL OR expires_at > now())
     ORDER BY expires_at NULLS LAST`;
  const current = rows.find((row) => row.expires_at === null);
  if (!current) throw new Error(`endpoint ${endpointId} has no current secret`);
  return {
    secret: open(current.sealed, vaultOwner(tenantId, current.id)).toString(),
    previous: rows.flatMap(({ expires_at }) =>
      expires_at ? [{ validUntil: expires_at.toISOString() }] : [],
    ),
  };
}

function vaultOwner(tenantId: string, secretId: string): string {
  return `${tenantId}:endpoint_secrets:${secretId}`;
}
