import { type Context, databaseOf } from "../context.ts";
import {
  type Permission,
  permissions,
  type Role,
  roleCan,
  type Scope,
  scopesCan,
} from "../contracts/permissions.ts";

/** What lets the actor of a context in: a role, a key's scopes, or being Posthorn itself; undefined when nothing does any more. */
export async function grantOf(
  ctx: Context,
): Promise<{ role: Role } | { scopes: Scope[] } | "system" | undefined> {
  const { actor, tenantId } = ctx;
  if (actor.kind === "system") return "system";
  if (actor.kind === "portal") return undefined;
  if (actor.kind === "user") {
    const where = { tenantId_userId: { tenantId, userId: actor.id } };
    const member = await databaseOf(ctx).member.findUnique({ where, select: { role: true } });
    return member ?? undefined;
  }
  const key = await databaseOf(ctx).apiKey.findFirst({
    where: { id: actor.id, tenantId, revokedAt: null },
    select: { scopes: true },
  });
  return key ? { scopes: key.scopes as Scope[] } : undefined;
}

/** Everything the actor of a context may do in its tenant at this moment. */
export async function permissionsOf(ctx: Context): Promise<Permission[]> {
  const grant = await grantOf(ctx);
  if (grant === undefined) return [];
  if (grant === "system") return [...permissions];
  return permissions.filter((permission) =>
    "role" in grant ? roleCan(grant.role, permission) : scopesCan(grant.scopes, permission),
  );
}
