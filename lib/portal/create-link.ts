import { resolveApplication } from "../applications/resolve.ts";
import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Answer, Input } from "../contracts/operation.ts";
import type { createPortalLink as operation } from "../contracts/portal.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { permissionsOf } from "../tenants/permissions-of.ts";
import { portalSessionTarget, toPortalSession } from "./to-portal-session.ts";
import { linkPrefix, newPortalToken } from "./token.ts";

type Given = Input<typeof operation>["body"] & { application: string };

/**
 * Makes a link that opens the portal of one application once. The token is in the URL's fragment, which no server and no
 * log gets to see; stored is its hash. Throws 404 for no such application, 403 for permissions beyond one's own.
 */
export function createPortalLink(
  ctx: Context,
  { application, permissions, expiresInSeconds, sessionSeconds }: Given,
): Promise<Answer<typeof operation>> {
  return transaction(ctx, async (tx) => {
    const { id: applicationId, name } = await resolveApplication({ ...ctx, tx }, application);
    const own = await permissionsOf({ ...ctx, tx });
    if (permissions.some((permission) => !own.includes(permission)))
      throw new AppError("forbidden", { detail: "A link may not do what you may not do yourself." });
    const { token, hash } = newPortalToken(linkPrefix);
    const row = await tx.portalSession.create({
      data: {
        id: newId(),
        tenantId: ctx.tenantId,
        applicationId,
        linkHash: hash,
        permissions: [...new Set(permissions)],
        sessionSeconds,
        createdBy: ctx.actor.label,
        expiresAt: new Date(Date.now() + expiresInSeconds * 1_000),
      },
      include: { tenant: { select: { slug: true } } },
    });
    const details = { permissions: row.permissions, expiresAt: row.expiresAt.toISOString() };
    const target = portalSessionTarget(row, name);
    await recordAudit(ctx, tx, { action: "portal.link_created", target, details });
    return { ...toPortalSession(row), url: `${env().url}/portal/${row.tenant.slug}#${token}` };
  });
}
