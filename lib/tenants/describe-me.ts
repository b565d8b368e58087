import { type Context, databaseOf } from "../context.ts";
import type { Me } from "../contracts/me.ts";
import type { Preferences } from "../contracts/preferences.ts";
import { AppError } from "../errors.ts";
import { toPublicId } from "../ids.ts";
import { toPreferences } from "../preferences.ts";
import { grantOf, permissionsOf } from "./permissions-of.ts";
import { toTenant } from "./to-tenant.ts";

/** Says who calls, in which tenant, and what they may do there. Throws 403 when that ended a moment ago. */
export async function describeMe(ctx: Context): Promise<Me> {
  const { actor, tenantId } = ctx;
  const grant = await grantOf(ctx);
  if (actor.kind === "system" || actor.kind === "portal" || grant === undefined || grant === "system")
    throw new AppError("forbidden");
  const tenant = await databaseOf(ctx).tenant.findUniqueOrThrow({ where: { id: tenantId } });
  return {
    actor: { kind: actor.kind, id: toPublicId(actor.kind, actor.id), label: actor.label },
    tenant: toTenant(tenant),
    role: "role" in grant ? grant.role : null,
    permissions: await permissionsOf(ctx),
    preferences: await preferencesOf(ctx),
  };
}

async function preferencesOf(ctx: Context): Promise<Preferences | null> {
  if (ctx.actor.kind !== "user") return null;
  const select = { timeZone: true, theme: true, density: true, clock: true };
  return toPreferences(await databaseOf(ctx).user.findUniqueOrThrow({ where: { id: ctx.actor.id }, select }));
}
