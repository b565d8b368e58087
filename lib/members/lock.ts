import type { Context } from "../context.ts";
import { type Role, roleCan } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";
import { AppError, notFound } from "../errors.ts";

/**
 * Lets one change of a tenant's people happen at a time until the transaction ends, so that two owners cannot remove each
 * other, and answers with the role of whoever acts as it stands then. Throws 403 for one who may not manage members any more.
 */
export async function lockMembers(ctx: Context, tx: Transaction): Promise<Role> {
  await lockTenant(tx, ctx.tenantId);
  const own = await roleOfActor(ctx, tx);
  if (!own || !roleCan(own, "members:manage"))
    throw new AppError("forbidden", { detail: "Only owners and admins manage members." });
  return own;
}

/** The lock alone, for changes that need no managing role: leaving, and joining by invitation. */
export async function lockTenant(tx: Transaction, tenantId: string): Promise<void> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM tenants WHERE id = ${tenantId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw notFound("tenant");
}

/** Throws 409 unless the tenant keeps an owner without this member. Call it under the lock. */
export async function requireAnotherOwner(tx: Transaction, tenantId: string, userId: string): Promise<void> {
  const others = await tx.member.count({ where: { tenantId, role: "owner", userId: { not: userId } } });
  if (others > 0) return;
  throw new AppError("conflict", {
    detail: "A tenant keeps at least one owner. Make somebody else an owner first.",
  });
}

async function roleOfActor({ actor, tenantId }: Context, tx: Transaction): Promise<Role | undefined> {
  if (actor.kind === "system") return "owner";
  if (actor.kind !== "user") return undefined;
  const userId = actor.id;
  const membership = await tx.member.findUnique({ where: { tenantId_userId: { tenantId, userId } } });
  return membership?.role;
}
