import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { resendInvitation as operation } from "../contracts/invitations.ts";
import type { Answer } from "../contracts/operation.ts";
import { AppError } from "../errors.ts";
import { lockMembers } from "../members/lock.ts";
import { mayGrant } from "../members/role-rules.ts";
import { takeInvitationRate } from "./create.ts";
import { findInvitation, invitationTarget, toInvitation } from "./find.ts";
import { mailInvitation } from "./mail.ts";
import { linkOf, newToken } from "./token.ts";

/** Sends an open invitation again with a new link and seven new days; the former link stops working. Throws 403 for a role above one's own. */
export async function resendInvitation(
  ctx: Context,
  { id }: { id: string },
): Promise<Answer<typeof operation>> {
  await takeInvitationRate(ctx);
  return transaction(ctx, async (tx) => {
    const own = await lockMembers(ctx, tx);
    const former = await findInvitation(tx, ctx.tenantId, id);
    if (!mayGrant(own, former.role))
      throw new AppError("forbidden", {
        detail: `Your role is ${own}: you cannot grant the role ${former.role}.`,
      });
    const { token, tokenHash, expiresAt } = newToken();
    const invitation = await tx.invitation.update({
      where: { id: former.id },
      data: { tokenHash, expiresAt },
    });
    await mailInvitation(ctx, tx, { invitation, token });
    await recordAudit(ctx, tx, { action: "invitation.resent", target: invitationTarget(invitation) });
    return { ...toInvitation(invitation), link: linkOf(token) };
  });
}
