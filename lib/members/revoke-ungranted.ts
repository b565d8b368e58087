import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { type Role, roleCan, roles } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";
import { toPublicId } from "../ids.ts";
import { mayGrant } from "./role-rules.ts";

type Change = { userId: string; role: Role | undefined };

/** Revokes the open invitations of a member that they could not make any more, now that their role is this one or none. */
export async function revokeUngranted(
  ctx: Context,
  tx: Transaction,
  { userId, role }: Change,
): Promise<void> {
  const { tenantId } = ctx;
  const open = await tx.invitation.findMany({
    where: {
      tenantId,
      invitedById: userId,
      acceptedAt: null,
      revokedAt: null,
      role: { in: roles.filter((granted) => !mayInvite(role, granted)) },
    },
  });
  for (const { id, email } of open) {
    await tx.invitation.update({ where: { id, tenantId }, data: { revokedAt: new Date() } });
    const target = { kind: "invitation", id: toPublicId("invitation", id), label: email };
    const details = { because: "the inviter may not invite any more" };
    await recordAudit(ctx, tx, { action: "invitation.revoked", target, details });
  }
}

function mayInvite(own: Role | undefined, granted: Role): boolean {
  return own !== undefined && roleCan(own, "members:manage") && mayGrant(own, granted);
}
