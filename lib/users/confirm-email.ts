import { recordForUser } from "../audit/record-for-user.ts";
import { forgetSessions } from "../auth/find-session-user.ts";
import { prisma, type Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { readLink, revokeLinks, takeLink } from "./account-token.ts";
import type { Prover } from "./require-proof.ts";
import { tellUser } from "./tell.ts";

export type ConfirmationView = { userId: string; email: string };

/** Whose address a link confirms and which, while it works; looking does not use it up. */
export function readConfirmation(token: string): Promise<ConfirmationView | undefined> {
  return readLink("confirm-email", token);
}

/**
 * Takes the address that a link was mailed to for proven, and for the account's from now on. Only where its own account is
 * signed in: somebody may have signed up with an address that is not theirs, and hope for a careless click. Throws 403 for
 * another account, 409 for a link that is over and for an address that somebody has got meanwhile.
 */
export async function confirmEmail({ user, ipAddress }: Prover, token: string): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const { userId, email } = await takeLink(tx, "confirm-email", token);
    if (userId !== user.id) throw new AppError("forbidden", { detail: "This link is for another account." });
    await refuseTaken(tx, { userId, email });
    await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: new Date() } });
    if (email === user.email) return recordForUser(tx, { user, action: "email.confirmed", ipAddress });
    await revokeLinks(tx, "reset-password", userId);
    const details = { from: user.email, to: email };
    await recordForUser(tx, { user: { id: userId, email }, action: "email.changed", ipAddress, details });
    await tellUser(tx, user.email, {
      subject: "The e-mail address of your Posthorn account was changed",
      sentence: `Your Posthorn account now has the address ${email}, and this one no longer signs in.`,
    });
  });
  forgetSessions();
}

async function refuseTaken(tx: Transaction, { userId, email }: ConfirmationView): Promise<void> {
  const others = await tx.user.count({ where: { email, id: { not: userId } } });
  if (others > 0) throw new AppError("conflict", { detail: "Another account has this address now." });
}
