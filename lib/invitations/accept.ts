import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { AppError, notFound } from "../errors.ts";
import { lockTenant } from "../members/lock.ts";
import { type InvitationRow, invitationTarget } from "./find.ts";
import { stateOf } from "./read.ts";
import { byToken, isMailed } from "./token.ts";

export type Acceptance = {
  token: string;
  user: { id: string; email: string };
  ipAddress: string | undefined;
};

/**
 * Uses an invitation up and makes its invitee a member; of two at once one wins. The link of the e-mail confirms the
 * invitee's address as well. Throws 404 for an unknown link, 403 for
 * somebody else's, 409 for one that is used, revoked or expired.
 */
export async function acceptInvitation(
  tx: Transaction,
  { token, user, ipAddress }: Acceptance,
): Promise<{ slug: string; name: string }> {
  const where = byToken(token);
  const known = await tx.invitation.findFirst({ where, select: { tenantId: true } });
  if (!known) throw notFound("invitation");
  const { tenantId } = known;
  await lockTenant(tx, tenantId);
  const invitation = await tx.invitation.findFirst({ where, include: { tenant: true } });
  if (!invitation) throw notFound("invitation");
  const state = stateOf(invitation);
  if (state !== "open") throw new AppError("conflict", { detail: refusals[state] });
  if (invitation.email !== user.email)
    throw new AppError("forbidden", {
      detail: `This invitation is for ${invitation.email}; you are ${user.email}.`,
    });
  await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: new Date() } });
  if (isMailed(token, invitation))
    await tx.user.updateMany({
      where: { id: user.id, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
  const actor = { kind: "user", id: user.id, label: user.email } as const;
  await join({ tenantId, actor, ...(ipAddress === undefined ? {} : { ipAddress }) }, tx, invitation);
  return { slug: invitation.tenant.slug, name: invitation.tenant.name };
}

const refusals = {
  accepted: "This invitation was used already.",
  revoked: "This invitation was taken back.",
  expired: "This invitation has expired. Ask for a new one.",
};

/** One who is a member already, invited twice under two roles, keeps the role they have. */
async function join(ctx: Context, tx: Transaction, invitation: InvitationRow): Promise<void> {
  const { tenantId, actor } = ctx;
  const { role } = invitation;
  const member = { tenantId, userId: String(actor.id), role };
  await tx.member.createMany({ data: [member], skipDuplicates: true });
  const target = invitationTarget(invitation);
  await recordAudit(ctx, tx, { action: "invitation.accepted", target, details: { role } });
}
