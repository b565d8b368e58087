import { recordForUser } from "../../audit/record-for-user.ts";
import { prisma } from "../../db.ts";
import { AppError } from "../../errors.ts";
import type { Prover } from "../require-proof.ts";
import { hasSecondFactor } from "./has.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";

/** Makes ten new recovery codes, shown this once; the former ones stop working. Throws 409 where two-step sign-in is off. */
export function renewRecoveryCodes({ user, ipAddress }: Prover): Promise<string[]> {
  return prisma().$transaction(async (tx) => {
    if (!(await hasSecondFactor(tx, user.id)))
      throw new AppError("conflict", { detail: "Two-step sign-in is off: there is nothing to recover." });
    await recordForUser(tx, { user, action: "recoveryCodes.renewed", ipAddress });
    return replaceRecoveryCodes(tx, user.id);
  });
}
