import { recordForUser } from "../audit/record-for-user.ts";
import type { Device } from "../auth/device.ts";
import { hashPassword } from "../auth/password.ts";
import type { ResetPassword } from "../contracts/account.ts";
import { prisma, type Transaction } from "../db.ts";
import { env } from "../env.ts";
import { clearRate } from "../rate-limit.ts";
import { readLink, requireLink, takeLink } from "./account-token.ts";
import { claimAccount } from "./claim-account.ts";
import { endSessions } from "./end-sessions.ts";
import { type Entrance, letIn } from "./let-in.ts";

/** The e-mail address a reset link is for while it works, or undefined; looking does not use it up. */
export async function readResetLink(token: string): Promise<string | undefined> {
  return (await readLink("reset-password", token))?.email;
}

/**
 * Sets a new password by a reset link, ends every session, and lets its owner in; whoever has a second factor gives it
 * all the same. A link that was mailed proves the address. Throws 409 for a link that is over or was used.
 */
export async function resetPassword(
  { token, newPassword }: ResetPassword,
  device: Device,
): Promise<Entrance> {
  await requireLink("reset-password", token);
  const passwordHash = await hashPassword(newPassword);
  const { entrance, userId } = await prisma().$transaction(async (tx) => {
    const { userId } = await takeLink(tx, "reset-password", token);
    const user = await ownerOf(tx, userId);
    const { sessionVersion } = await setPassword(tx, userId, passwordHash);
    await recordForUser(tx, { user, action: "password.reset", ipAddress: device.ipAddress });
    return { userId, entrance: await letIn(tx, { ...user, sessionVersion }, { device, by: "reset link" }) };
  });
  await clearRate(`change-password:${userId}`);
  return entrance;
}

/** Where no mail is sent, whoever runs Posthorn made the link and handed it over: it proves no address. */
function ownerOf(tx: Transaction, userId: string): Promise<{ id: string; email: string }> {
  if (env().smtpUrl !== undefined) return claimAccount(tx, userId);
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: { id: true, email: true } });
}

/** Ends every session with the former password. */
async function setPassword(tx: Transaction, userId: string, passwordHash: string) {
  await endSessions(tx, { userId });
  return tx.user.update({
    where: { id: userId },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
}
