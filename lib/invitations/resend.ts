import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { resendInvitation as operation } from "../contracts/invitations.ts";
import type { Answer } from "../contracts/operation.ts";
import { AppError } from "../errors.ts";
import { lockMembers } from "../members/lock.ts";
import { requireConfirmedEmail } from "../members/require-confirmed-email.ts";
import { mayGrant } from "../members/role-rules.ts";
import { takeInvitationRate } from "./create.ts";
import { findInvitation, invitationTarget, toInvitation } from "./find.ts";
import { mailInvitation } from "./mail.ts";
import { linkOf, newLinks } from "./token.ts";

/**
 * Sends an open invitation again with new links and seven new days; the former links stop working, and it is the invitation
 * of whoever sends it now. Throws 403 for a role above one's own and to whoever has not confirmed their e-mail address.
 */
export async function resendInvitation(
  ctx: Context,
  { id }: { id: string },
): Promise<Answer<typeof operation>> {
  await takeInvitationRate(ctx);
  return transaction(ctx, async (tx) => {
    const own = await lockMembers(ctx, tx);
    await requireConfirmedEmail(ctx, tx);
    const former = await findInvitation(tx, ctx.tenantId, id);
    if (!mayGrant(own, former.role))
      throw new AppError("forbidden", {
        detail: `Your role is ${own}: you cannot grant the role ${former.role}.`,
      });
    const { links, stored } = newLinks();
    const inviter = { invitedBy: ctx.actor.label, invitedById: ctx.actor.id };
    const invitation = await tx.invitation.update({
      where: { id: former.id },
      data: { ...stored, ...inviter },
    });
    await mailInvitation(ctx, tx, { invitation, token: links.mailed });
    await recordAudit(ctx, tx, { action: "invitation.resent", target: invitationTarget(invitation) });
    return { ...toInvitation(invitation), link: linkOf(links.copied) };
  });
}
