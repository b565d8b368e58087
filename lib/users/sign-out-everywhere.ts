import { recordForUser } from "../audit/record-for-user.ts";
import { prisma } from "../db.ts";
import { endSessions } from "./end-sessions.ts";
import type { Prover } from "./require-proof.ts";

/** Ends every session of a user, on every device and within a second. */
export async function signOutEverywhere({ user, ipAddress }: Prover): Promise<void> {
  await prisma().$transaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { sessionVersion: { increment: 1 } } });
    const sessions = await endSessions(tx, { userId: user.id });
    await recordForUser(tx, { user, action: "session.revoked", ipAddress, details: { sessions } });
  });
}
