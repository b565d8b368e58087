import { verifyPassword } from "../auth/password.ts";
import { prisma } from "../db.ts";
import { invalid } from "../errors.ts";
import { clearRate, takeRate } from "../rate-limit.ts";
import { checkCode } from "./second-factor/check.ts";
import { hasSecondFactor } from "./second-factor/has.ts";

export type Proof = { password?: string | undefined; code?: string | undefined };
export type Prover = { user: { id: string; email: string }; ipAddress: string | undefined };

/**
 * Lets only the owner of an account go on, not whoever finds their browser open: by password or by code, whichever of them
 * they have. Throws 422 at the field that is wrong or missing, 429 past 10 wrong ones in 15 minutes.
 */
export async function requireProof({ user, ipAddress }: Prover, { password, code }: Proof): Promise<void> {
  if (code) return void (await checkCode({ user, code, ipAddress }));
  const { passwordHash } = await prisma().user.findUniqueOrThrow({ where: { id: user.id } });
  if (passwordHash !== null) return checkPassword(user.id, { password: password ?? "", passwordHash });
  if (await hasSecondFactor(prisma(), user.id))
    throw invalid("code", "Enter a code of your authenticator app.");
}

async function checkPassword(
  userId: string,
  { password, passwordHash }: { password: string; passwordHash: string },
): Promise<void> {
  const rule = { key: `change-password:${userId}`, limit: 10, windowSeconds: 15 * 60 };
  await takeRate(rule);
  if (!(await verifyPassword(password, passwordHash)))
    throw invalid("password", "This is not your current password.");
  await clearRate(rule.key);
}
