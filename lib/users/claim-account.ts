import type { Transaction } from "../db.ts";

export type Claimed = { id: string; email: string; wasVerified: boolean };

/**
 * Gives an account to whoever has just proved that its address is theirs. Nobody ever vouched for whoever held it unproven:
 * somebody may have signed up with an address that is not theirs and waited for its owner. So what they set up ends.
 */
export async function claimAccount(tx: Transaction, userId: string): Promise<Claimed> {
  const { email, emailVerifiedAt } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const wasVerified = emailVerifiedAt !== null;
  if (!wasVerified) {
    await tx.secondFactor.deleteMany({ where: { userId } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });
  }
  return { id: userId, email, wasVerified };
}
