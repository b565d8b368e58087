import { recordForUser } from "../audit/record-for-user.ts";
import { forgetSessions } from "../auth/find-session-user.ts";
import { prisma } from "../db.ts";
import { notFound } from "../errors.ts";
import { fromPublicId } from "../ids.ts";
import { endSessions } from "./end-sessions.ts";
import type { Prover } from "./require-proof.ts";

/** Ends one session of a user by public id, effective within a second everywhere. Throws 404 for anybody else's. */
export async function revokeSession({ user, ipAddress }: Prover, { id }: { id: string }): Promise<void> {
  const sessionId = fromPublicId("session", id);
  if (!sessionId) throw notFound("session");
  await prisma().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: user.id } });
    if (count === 0) throw notFound("session");
    await recordForUser(tx, { user, action: "session.revoked", ipAddress, details: { sessions: 1 } });
  });
  forgetSessions();
}

/** Ends every session of a user but the one they are in. */
export async function revokeOtherSessions(
  { user, ipAddress }: Prover,
  { sessionId }: { sessionId: string },
): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const sessions = await endSessions(tx, { userId: user.id, except: sessionId });
    if (sessions === 0) return;
    await recordForUser(tx, { user, action: "session.revoked", ipAddress, details: { sessions } });
  });
}
