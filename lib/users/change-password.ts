import { recordForUser } from "../audit/record-for-user.ts";
import { hashPassword, verifyPassword } from "../auth/password.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import type { ChangePassword } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { invalid } from "../errors.ts";
import { clearRate, takeRate } from "../rate-limit.ts";
import { revokeLinks } from "./account-token.ts";
import { endSessions } from "./end-sessions.ts";
import type { Prover } from "./require-proof.ts";
import { tellUser } from "./tell.ts";

/**
 * Sets a new password and ends every session but the one it is done in, whose cookie is to be replaced. Throws 422 when the
 * current password is wrong, 429 past 10 wrong ones in 15 minutes.
 */
export async function changePassword(
  { user, ipAddress, sessionId }: Prover & { sessionId: string },
  { currentPassword = "", newPassword }: ChangePassword,
): Promise<SessionClaims> {
  const rule = { key: `change-password:${user.id}`, limit: 10, windowSeconds: 15 * 60 };
  await takeRate(rule);
  const former = await prisma().user.findUniqueOrThrow({ where: { id: user.id } });
  const hasPassword = former.passwordHash !== null;
  if (hasPassword && !(await verifyPassword(currentPassword, former.passwordHash ?? undefined)))
    throw invalid("currentPassword", "This is not your current password.");
  const passwordHash = await hashPassword(newPassword);
  const sessionVersion = await prisma().$transaction(async (tx) => {
    const data = { passwordHash, sessionVersion: { increment: 1 } };
    const updated = await tx.user.update({ where: { id: user.id }, data });
    await endSessions(tx, { userId: user.id, except: sessionId });
    await revokeLinks(tx, "reset-password", user.id);
    await recordForUser(tx, { user, action: "password.changed", ipAddress });
    await tellUser(tx, user.email, {
      subject: "The password of your Posthorn account was changed",
      sentence: "Your Posthorn account has a new password, and its other sessions have ended.",
    });
    return updated.sessionVersion;
  });
  await clearRate(rule.key);
  return { userId: user.id, sessionId, sessionVersion };
}
