import { prisma } from "../db.ts";
import { toPublicId } from "../ids.ts";

export type SessionView = {
  id: string;
  isThisDevice: boolean;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
};

const mostShown = 100;

/** Where a user is signed in, the session that asks first, then by last use. */
export async function listSessions(userId: string, currentId: string): Promise<SessionView[]> {
  const rows = await prisma().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: mostShown,
  });
  const views = rows.map(({ id, ipAddress, userAgent, createdAt, lastSeenAt }) => ({
    id: toPublicId("session", id),
    isThisDevice: id === currentId,
    ipAddress,
    userAgent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
  return views.toSorted((a, b) => Number(b.isThisDevice) - Number(a.isThisDevice));
}
