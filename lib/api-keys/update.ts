import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { ApiKey } from "../contracts/api-keys.ts";
import { findApiKey } from "./find.ts";
import { apiKeyTarget, toApiKey } from "./to-api-key.ts";

/** Renames an API key. Throws 404, also for a revoked one. */
export function updateApiKey(ctx: Context, { id, name }: { id: string; name: string }): Promise<ApiKey> {
  return transaction(ctx, async (tx) => {
    const before = await findApiKey({ ...ctx, tx }, id);
    const row = await tx.apiKey.update({
      where: { id: before.id, tenantId: ctx.tenantId },
      data: { name },
    });
    const details = { formerName: before.name };
    await recordAudit(ctx, tx, { action: "apiKey.renamed", target: apiKeyTarget(row), details });
    return toApiKey(row);
  });
}
