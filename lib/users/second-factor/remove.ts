import { recordForUser } from "../../audit/record-for-user.ts";
import { prisma } from "../../db.ts";
import type { Prover } from "../require-proof.ts";
import { tellUser } from "../tell.ts";

/**
 * Turns two-step sign-in off and forgets its secret and recovery codes; off already is no fault. `isByAnybody` is for
 * whoever runs Posthorn and helps somebody who has lost both.
 */
export function removeSecondFactor({
  user,
  ipAddress,
  isByAnybody = false,
}: Prover & { isByAnybody?: boolean }): Promise<void> {
  return prisma().$transaction(async (tx) => {
    const where = { userId: user.id };
    await tx.recoveryCode.deleteMany({ where });
    if ((await tx.secondFactor.deleteMany({ where })).count === 0) return;
    await recordForUser(tx, { user, action: "secondFactor.disabled", ipAddress, isByAnybody });
    await tellUser(tx, user.email, {
      subject: "Two-step sign-in is off for your Posthorn account",
      sentence: "Signing in to your Posthorn account no longer takes a code.",
    });
  });
}
