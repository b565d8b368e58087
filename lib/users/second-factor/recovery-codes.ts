import { randomBytes } from "node:crypto";
import { base32 } from "../../auth/base32.ts";
import { prisma, type Transaction } from "../../db.ts";
import { hashToken } from "../../vault.ts";
import { tellUser } from "../tell.ts";

const count = 10;
/** 80 random bits each: sixteen characters in four groups. */
const bytesPerCode = 10;

/** Makes ten new recovery codes, shown this once and stored as hashes; the former ones stop working. */
export async function replaceRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, () => base32(randomBytes(bytesPerCode)).toLowerCase());
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashToken(code) })) });
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join("-"));
}

/** Uses up a recovery code (without its dashes) and tells its owner; false for one that never was or was used. */
export function takeRecoveryCode(user: { id: string; email: string }, code: string): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const where = { userId: user.id, codeHash: hashToken(code) };
    if ((await tx.recoveryCode.deleteMany({ where })).count === 0) return false;
    const left = await tx.recoveryCode.count({ where: { userId: user.id } });
    await tellUser(tx, user.email, {
      subject: "A recovery code of your Posthorn account was used",
      sentence: `Somebody signed in with one of your recovery codes. You have ${left} left.`,
    });
    return true;
  });
}
