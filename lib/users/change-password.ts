import { forgetSessionUser } from "../auth/find-session-user.ts";
import { hashPassword, verifyPassword } from "../auth/password.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import type { ChangePassword } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { invalid } from "../errors.ts";
import { clearRate, takeRate } from "../rate-limit.ts";

/**
 * Sets a new password and ends every session; the answer is the one session that goes on. Throws 422 when the current
 * password is wrong, 429 past 10 wrong ones in 15 minutes.
 */
export async function changePassword(
  userId: string,
  { currentPassword = "", newPassword }: ChangePassword,
): Promise<SessionClaims> {
  const rule = { key: `change-password:${userId}`, limit: 10, windowSeconds: 15 * 60 };
  await takeRate(rule);
  const user = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  const hasPassword = user.passwordHash !== null;
  if (hasPassword && !(await verifyPassword(currentPassword, user.passwordHash ?? undefined)))
    throw invalid("currentPassword", "This is not your current password.");
  const passwordHash = await hashPassword(newPassword);
  const { sessionVersion } = await prisma().user.update({
    where: { id: userId },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  });
  forgetSessionUser(userId);
  await clearRate(rule.key);
  return { userId, sessionVersion };
}
