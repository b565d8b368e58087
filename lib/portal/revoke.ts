import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { portalSessionTarget } from "./to-portal-session.ts";

/** Ends a portal link and the session it opened, from the next request on. Throws 404, also when it was revoked before. */
export function revokePortalSession(ctx: Context, { id: publicId }: { id: string }): Promise<undefined> {
  const id = fromPublicId("portalSession", publicId);
  return transaction(ctx, async (tx) => {
    const [row] = id
      ? await tx.portalSession.updateManyAndReturn({
          where: { id, tenantId: ctx.tenantId, revokedAt: null },
          data: { revokedAt: new Date() },
          include: { application: { select: { name: true } } },
        })
      : [];
    if (!row) throw notFound("portal link");
    const target = portalSessionTarget(row, row.application.name);
    await recordAudit(ctx, tx, { action: "portal.revoked", target });
    return undefined;
  });
}
