import type { Transaction } from "../../db.ts";

/** Whether a user is asked for a code at sign-in. */
export async function hasSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  return (await tx.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}
