import { recordForUser } from "../../audit/record-for-user.ts";
import { matchOneTimeCode } from "../../auth/one-time-code.ts";
import { prisma } from "../../db.ts";
import { AppError, invalid } from "../../errors.ts";
import { clearRate, takeRate } from "../../rate-limit.ts";
import { tellUser } from "../tell.ts";
import { type CodeCheck, guessesOf } from "./check.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { openSecret } from "./secret.ts";

/**
 * Turns two-step sign-in on with a first code of the app, and answers with ten recovery codes, shown this once. Throws 422
 * for a wrong code, 409 when nothing was started or it is on already.
 */
export async function confirmSecondFactor({ user, code, ipAddress }: CodeCheck): Promise<string[]> {
  const rule = guessesOf(user.id);
  await takeRate(rule);
  const factor = await prisma().secondFactor.findUnique({ where: { userId: user.id, confirmedAt: null } });
  if (!factor) throw new AppError("conflict", { detail: "Start again: there is nothing to confirm." });
  const step = matchOneTimeCode(openSecret(factor), code.replaceAll(/\s/g, ""), Date.now());
  if (step === undefined) throw invalid("code", "This is not the code that the app shows now.");
  await clearRate(rule.key);
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { userId: user.id, confirmedAt: null, createdAt: factor.createdAt },
      data: { confirmedAt: new Date(), lastStep: step },
    });
    if (count === 0) throw new AppError("conflict", { detail: "Start again: this was confirmed already." });
    await recordForUser(tx, { user, action: "secondFactor.enabled", ipAddress });
    await tellUser(tx, user.email, {
      subject: "Two-step sign-in is on for your Posthorn account",
      sentence: "Signing in to your Posthorn account now takes a code of your authenticator app as well.",
    });
    return replaceRecoveryCodes(tx, user.id);
  });
}
