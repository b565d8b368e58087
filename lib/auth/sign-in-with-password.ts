import { networkOf } from "../client-address.ts";
import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { clearRate, type RateRule, returnRate, takeRate } from "../rate-limit.ts";
import { verifyPassword } from "./password.ts";
import type { SessionClaims } from "./session-token.ts";

export type Credentials = { email: string; password: string; address: string | undefined };

/**
 * Checks an e-mail address (in lower case) and a password, in the same time and with the same answer whether or not there
 * is such an account. Throws 401 when they do not fit, 429 past 10 failures of an account or 100 of an address in 15 minutes.
 */
export async function signInWithPassword({ email, password, address }: Credentials): Promise<SessionClaims> {
  const ofAccount = failuresOfAccount(email);
  const ofAddress = failuresOfAddress(address);
  if (ofAddress) await takeRate(ofAddress);
  await takeRate(ofAccount);
  const user = await prisma().user.findUnique({ where: { email } });
  if (!(await verifyPassword(password, user?.passwordHash ?? undefined)) || !user)
    throw new AppError("unauthenticated", { detail: "The e-mail address or the password is wrong." });
  await clearRate(ofAccount.key);
  if (ofAddress) await returnRate(ofAddress);
  return { userId: user.id, sessionVersion: user.sessionVersion };
}

const windowSeconds = 15 * 60;

function failuresOfAccount(email: string): RateRule {
  return { key: `sign-in:account:${email}`, limit: 10, windowSeconds };
}

function failuresOfAddress(address: string | undefined): RateRule | undefined {
  return address === undefined
    ? undefined
    : { key: `sign-in:network:${networkOf(address)}`, limit: 100, windowSeconds };
}
