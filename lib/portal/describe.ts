import { type Context, databaseOf } from "../context.ts";
import type { PortalPermission } from "../contracts/portal.ts";
import type { Portal } from "../contracts/portal-settings.ts";
import { AppError } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { toPortalSettings } from "./settings.ts";

/** Where the portal session that acts is, what it may do, and how its tenant wants it to look. */
export async function describePortal(ctx: Context): Promise<Portal> {
  if (ctx.actor.kind !== "portal") throw new AppError("forbidden");
  const { tenant, application, permissions, expiresAt } = await databaseOf(
    ctx,
  ).portalSession.findFirstOrThrow({
    where: { id: ctx.actor.id, tenantId: ctx.tenantId },
    include: { tenant: { include: { portalSettings: true } }, application: true },
  });
  const { name, accentColor, logo } = toPortalSettings(tenant.portalSettings);
  return {
    tenant: { id: toPublicId("tenant", tenant.id), slug: tenant.slug, name: name ?? tenant.name },
    application: { id: toPublicId("application", application.id), name: application.name },
    permissions: permissions as PortalPermission[],
    accentColor,
    logo,
    expiresAt: expiresAt.toISOString(),
  };
}
