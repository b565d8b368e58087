import { type Context, databaseOf } from "../context.ts";

/** Ends the portal session that acts; again is no fault. */
export async function closePortalSession(ctx: Context): Promise<undefined> {
  if (ctx.actor.kind !== "portal") return undefined;
  const where = { id: ctx.actor.id, tenantId: ctx.tenantId, revokedAt: null };
  await databaseOf(ctx).portalSession.updateMany({ where, data: { revokedAt: new Date() } });
  return undefined;
}
