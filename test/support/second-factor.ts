import { oneTimeCode, stepAt } from "#lib/auth/one-time-code.ts";
import { prisma } from "#lib/db.ts";
import { confirmSecondFactor } from "#lib/users/second-factor/confirm.ts";
import { openSecret } from "#lib/users/second-factor/secret.ts";
import { startSecondFactor } from "#lib/users/second-factor/start.ts";

type User = { id: string; email: string };

/** Turns two-step sign-in on for somebody and answers with their recovery codes. */
export async function turnOnSecondFactor(user: User): Promise<string[]> {
  await startSecondFactor(user);
  return confirmSecondFactor({ user, code: await codeOf(user, -1), ipAddress: undefined });
}

/** The code that somebody's app shows, so many steps from now. */
export async function codeOf({ id }: User, stepsFromNow = 0): Promise<string> {
  const factor = await prisma().secondFactor.findUniqueOrThrow({ where: { userId: id } });
  return oneTimeCode(openSecret(factor), stepAt(Date.now()) + stepsFromNow);
}

/** The bytes of a secret as an authenticator app reads it (RFC 4648 §6). */
export function fromBase32(text: string): Buffer {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text.replaceAll(" ", "")]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
