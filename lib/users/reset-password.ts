import { findSessionUser, forgetSessionUser } from "../auth/find-session-user.ts";
import { hashPassword } from "../auth/password.ts";
import { decodeResetToken } from "../auth/reset-token.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import type { ResetPassword } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { clearRate } from "../rate-limit.ts";

/** The e-mail address a reset link is for while it works, or undefined; looking does not use it up. */
export async function readResetLink(token: string): Promise<string | undefined> {
  const claims = await decodeResetToken(token);
  return claims && (await findSessionUser(claims))?.email;
}

/**
 * Sets a new password by a reset link, ends every session, and answers with a new one; of two uses at once one wins.
 * Throws 409 for a link that is over or was used.
 */
export async function resetPassword({ token, newPassword }: ResetPassword): Promise<SessionClaims> {
  const claims = await decodeResetToken(token);
  if (!claims || !(await findSessionUser(claims))) throw linkOver();
  const { userId, sessionVersion } = claims;
  const passwordHash = await hashPassword(newPassword);
  const { count } = await prisma().user.updateMany({
    where: { id: userId, sessionVersion },
    data: { passwordHash, sessionVersion: { increment: 1 } },
  });
  forgetSessionUser(userId);
  if (count === 0) throw linkOver();
  await clearRate(`change-password:${userId}`);
  return { userId, sessionVersion: sessionVersion + 1 };
}

function linkOver(): AppError {
  return new AppError("conflict", { detail: "This link was used or is over. Ask for a new one." });
}
