import type { Context } from "../context.ts";
import { roleMeanings } from "../contracts/permissions.ts";
import type { Transaction } from "../db.ts";
import { enqueueEmail } from "../emails/enqueue.ts";
import type { InvitationRow } from "./find.ts";
import { linkOf } from "./token.ts";

type Letter = { invitation: InvitationRow; token: string };

/** Puts the letter with the link into the outbox, in the transaction that made the link. */
export async function mailInvitation(
  { tenantId }: Context,
  tx: Transaction,
  { invitation, token }: Letter,
): Promise<void> {
  const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
  const { email: recipient, role, invitedBy } = invitation;
  const paragraphs = [
    `${invitedBy} invited you to ${name} on Posthorn, where its webhooks are managed.`,
    `Your role will be ${role}: ${roleMeanings[role].toLowerCase()}.`,
    `Accept the invitation here, within seven days:\n${linkOf(token)}`,
    "The link works once. If you did not expect this e-mail, ignore it and nothing happens.",
  ];
  const subject = `Join ${name} on Posthorn`;
  await enqueueEmail(tx, { tenantId, recipient, subject, text: paragraphs.join("\n\n") });
}
