import type { z } from "zod";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { ApiKey, createApiKeyBody } from "../contracts/api-keys.ts";
import { type Permission, permissions, scopesCan } from "../contracts/permissions.ts";
import { AppError, invalid } from "../errors.ts";
import { newId } from "../ids.ts";
import { permissionsOf } from "../tenants/permissions-of.ts";
import { hashToken } from "../vault.ts";
import { newKeyText } from "./key-text.ts";
import { apiKeyTarget, toApiKey } from "./to-api-key.ts";

export type NewApiKey = z.output<typeof createApiKeyBody>;

/**
 * Creates an API key; its text is in this answer only, stored is a hash. Throws 403 for scopes that reach beyond what
 * the creator may do, 422 for an expiry in the past.
 */
export async function createApiKey(
  ctx: Context,
  { name, scopes: wanted, expiresAt }: NewApiKey,
): Promise<ApiKey & { key: string }> {
  if (expiresAt !== undefined && !(Date.parse(expiresAt) > Date.now()))
    throw invalid("expiresAt", "must lie in the future");
  return transaction(ctx, async (tx) => {
    refuseWider(await permissionsOf({ ...ctx, tx }), wanted);
    const { key, prefix, secret } = newKeyText();
    const row = await tx.apiKey.create({
      data: {
        id: newId(),
        tenantId: ctx.tenantId,
        name,
        prefix,
        secretHash: hashToken(secret),
        scopes: [...new Set(wanted)],
        createdBy: ctx.actor.label,
        expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
      },
    });
    const details = { scopes: row.scopes, expiresAt: expiresAt ?? null };
    await recordAudit(ctx, tx, { action: "apiKey.created", target: apiKeyTarget(row), details });
    return { ...toApiKey(row), key };
  });
}

/** Nobody makes a key that may do what they may not. */
function refuseWider(own: readonly Permission[], wanted: NewApiKey["scopes"]): void {
  const beyond = permissions.filter(
    (permission) => scopesCan(wanted, permission) && !own.includes(permission),
  );
  if (beyond.length === 0) return;
  const detail = `These scopes include ${beyond.join(", ")}, which you do not have yourself.`;
  throw new AppError("forbidden", { detail, fields: [{ path: "scopes", message: detail }] });
}
