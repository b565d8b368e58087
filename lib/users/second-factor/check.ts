import { recordForUser } from "../../audit/record-for-user.ts";
import { matchOneTimeCode } from "../../auth/one-time-code.ts";
import { prisma } from "../../db.ts";
import { invalid } from "../../errors.ts";
import { clearRate, type RateRule, takeRate } from "../../rate-limit.ts";
import { takeRecoveryCode } from "./recovery-codes.ts";
import { openSecret } from "./secret.ts";

export type CodeCheck = { user: { id: string; email: string }; code: string; ipAddress: string | undefined };

/**
 * Uses up a code of six digits, or a recovery code, and answers which of them it was. Throws 422 for a wrong one and for one
 * that was used before, 429 past 10 of them in 15 minutes.
 */
export async function checkCode({ user, code, ipAddress }: CodeCheck): Promise<"code" | "recovery code"> {
  const rule = guessesOf(user.id);
  await takeRate(rule);
  const kind = await takeCode(user, code.replaceAll(/[\s-]/g, "").toLowerCase());
  if (kind === undefined) {
    await prisma().$transaction((tx) =>
      recordForUser(tx, {
        user,
        action: "session.refused",
        ipAddress,
        isByAnybody: true,
        details: { by: "code" },
      }),
    );
    throw invalid(
      "code",
      "This code is wrong, too old or was used before. Wait for the next one and try again.",
    );
  }
  await clearRate(rule.key);
  return kind;
}

/** How often codes may be tried for an account. */
export function guessesOf(userId: string): RateRule {
  return { key: `second-factor:${userId}`, limit: 10, windowSeconds: 15 * 60 };
}

async function takeCode(user: CodeCheck["user"], code: string) {
  if (!/^\d{6}$/.test(code)) return (await takeRecoveryCode(user, code)) ? "recovery code" : undefined;
  return (await takeOneTimeCode(user.id, code)) ? "code" : undefined;
}

/** Of two uses at once, and of any two within one step, one wins. */
async function takeOneTimeCode(userId: string, code: string): Promise<boolean> {
  const factor = await prisma().secondFactor.findUnique({ where: { userId, confirmedAt: { not: null } } });
  const step = factor && matchOneTimeCode(openSecret(factor), code, Date.now());
  if (!step) return false;
  const { count } = await prisma().secondFactor.updateMany({
    where: { userId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}
