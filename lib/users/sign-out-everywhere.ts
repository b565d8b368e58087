import { forgetSessionUser } from "../auth/find-session-user.ts";
import { prisma } from "../db.ts";

/** Ends every session of a user, on every device and within a second. */
export async function signOutEverywhere(userId: string): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
  forgetSessionUser(userId);
}
