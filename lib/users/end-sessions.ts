import { forgetSessions } from "../auth/find-session-user.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import { prisma, type Transaction } from "../db.ts";

type Scope = { userId: string; except?: string };

/** Ends every session of a user but the one named, and answers how many those were. Effective within a second everywhere. */
export async function endSessions(tx: Transaction, { userId, except }: Scope): Promise<number> {
  const { count } = await tx.session.deleteMany({
    where: { userId, ...(except === undefined ? {} : { id: { not: except } }) },
  });
  forgetSessions();
  return count;
}

/** Ends one session, that of a browser that signs out or signs in anew; one that is over already is no fault. */
export async function endSession({ sessionId, userId }: SessionClaims): Promise<void> {
  await prisma().session.deleteMany({ where: { id: sessionId, userId } });
  forgetSessions();
}
