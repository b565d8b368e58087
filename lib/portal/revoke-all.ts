import { resolveApplication } from "../applications/resolve.ts";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { toPublicId } from "../ids.ts";

/** Ends every portal link and session of an application from the next request on; says how many were still good. */
export function revokePortalSessions(
  ctx: Context,
  { application }: { application: string },
): Promise<{ revoked: number }> {
  return transaction(ctx, async (tx) => {
    const { id, name } = await resolveApplication({ ...ctx, tx }, application);
    const now = new Date();
    const { count: revoked } = await tx.portalSession.updateMany({
      where: { tenantId: ctx.tenantId, applicationId: id, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
    });
    const target = { kind: "application", id: toPublicId("application", id), label: name };
    await recordAudit(ctx, tx, { action: "portal.all_revoked", target, details: { revoked } });
    return { revoked };
  });
}
