import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { findApiKey } from "./find.ts";
import { apiKeyTarget } from "./to-api-key.ts";

/** Revokes an API key; within a second no web process accepts it any more. Throws 404, also for a revoked one. */
export function removeApiKey(ctx: Context, { id }: { id: string }): Promise<undefined> {
  return transaction(ctx, async (tx): Promise<undefined> => {
    const key = await findApiKey({ ...ctx, tx }, id);
    await tx.apiKey.update({
      where: { id: key.id, tenantId: ctx.tenantId },
      data: { revokedAt: new Date() },
    });
    await recordAudit(ctx, tx, { action: "apiKey.revoked", target: apiKeyTarget(key) });
  });
}
