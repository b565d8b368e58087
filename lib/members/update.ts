import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { Member } from "../contracts/members.ts";
import type { Role } from "../contracts/permissions.ts";
import { AppError } from "../errors.ts";
import { findMember, memberTarget, toMember, withUser } from "./find.ts";
import { lockMembers, requireAnotherOwner } from "./lock.ts";
import { revokeUngranted } from "./revoke-ungranted.ts";
import { mayGrant, mayTouch } from "./role-rules.ts";

/**
 * Changes a member's role, effective on their next request. Throws 403 for a role above one's own and for touching
 * somebody above oneself, 409 for the last owner.
 */
export function updateMember(ctx: Context, { id, role }: { id: string; role: Role }): Promise<Member> {
  return transaction(ctx, async (tx) => {
    const own = await lockMembers(ctx, tx);
    const member = await findMember(tx, ctx.tenantId, id);
    if (!mayTouch(own, member.role))
      throw new AppError("forbidden", { detail: "Only owners change the role of an owner." });
    if (!mayGrant(own, role))
      throw new AppError("forbidden", { detail: `Your role is ${own}: you cannot grant the role ${role}.` });
    if (member.role === role) return toMember(member);
    if (member.role === "owner") await requireAnotherOwner(tx, ctx.tenantId, member.userId);
    const { tenantId } = ctx;
    const updated = await tx.member.update({
      where: { tenantId_userId: { tenantId, userId: member.userId } },
      data: { role },
      include: withUser,
    });
    await revokeUngranted(ctx, tx, { userId: member.userId, role });
    const details = { from: member.role, to: role };
    await recordAudit(ctx, tx, { action: "member.role_changed", target: memberTarget(member), details });
    return toMember(updated);
  });
}
