import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import { lockMembers } from "../members/lock.ts";
import { findInvitation, invitationTarget } from "./find.ts";

/** Makes an open invitation's link useless. Whoever manages members may, whatever the role in it. */
export function revokeInvitation(ctx: Context, { id }: { id: string }): Promise<undefined> {
  return transaction(ctx, async (tx) => {
    await lockMembers(ctx, tx);
    const invitation = await findInvitation(tx, ctx.tenantId, id);
    await tx.invitation.update({ where: { id: invitation.id }, data: { revokedAt: new Date() } });
    await recordAudit(ctx, tx, { action: "invitation.revoked", target: invitationTarget(invitation) });
    return undefined;
  });
}
