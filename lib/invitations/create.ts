import { recordAudit } from "../audit/record.ts";
import { type Context, transaction } from "../context.ts";
import type { createInvitation as operation } from "../contracts/invitations.ts";
import type { Answer, Input } from "../contracts/operation.ts";
import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import { lockMembers } from "../members/lock.ts";
import { requireConfirmedEmail } from "../members/require-confirmed-email.ts";
import { mayGrant } from "../members/role-rules.ts";
import { takeRate } from "../rate-limit.ts";
import { invitationTarget, isOpen, toInvitation } from "./find.ts";
import { mailInvitation } from "./mail.ts";
import { linkOf, newLinks } from "./token.ts";

const perDay = 200;

/**
 * Invites somebody by e-mail; the link that works once is in the answer and in the e-mail, stored only as a hash. Throws
 * 403 for a role above one's own and to whoever has not confirmed their e-mail address, 409 for a member or somebody
 * invited already, 429 past 200 e-mails a day.
 */
export async function createInvitation(
  ctx: Context,
  { email, role }: Input<typeof operation>["body"],
): Promise<Answer<typeof operation>> {
  await takeInvitationRate(ctx);
  return transaction(ctx, async (tx) => {
    const own = await lockMembers(ctx, tx);
    await requireConfirmedEmail(ctx, tx);
    if (!mayGrant(own, role))
      throw new AppError("forbidden", { detail: `Your role is ${own}: you cannot grant the role ${role}.` });
    await refuseRepeated(tx, ctx.tenantId, email);
    const { links, stored } = newLinks();
    const { tenantId, actor } = ctx;
    const inviter = { invitedBy: actor.label, invitedById: actor.id };
    const invitation = await tx.invitation.create({
      data: { id: newId(), tenantId, email, role, ...stored, ...inviter },
    });
    await mailInvitation(ctx, tx, { invitation, token: links.mailed });
    const target = invitationTarget(invitation);
    await recordAudit(ctx, tx, { action: "invitation.created", target, details: { role } });
    return { ...toInvitation(invitation), link: linkOf(links.copied) };
  });
}

/** Counts one invitation e-mail of the tenant: our mail server is nobody's mailing list. */
export function takeInvitationRate({ tenantId }: Context): Promise<void> {
  return takeRate({ key: `invitations:${tenantId}`, limit: perDay, windowSeconds: 86_400 });
}

async function refuseRepeated(tx: Transaction, tenantId: string, email: string): Promise<void> {
  if ((await tx.member.count({ where: { tenantId, user: { email } } })) > 0)
    throw alreadyExists(`${email} is a member already.`);
  if ((await tx.invitation.count({ where: { tenantId, email, ...isOpen } })) > 0)
    throw alreadyExists(`${email} is invited already: send that invitation again, or revoke it.`);
}

function alreadyExists(message: string): AppError {
  return new AppError("already_exists", { detail: message, fields: [{ path: "email", message }] });
}
