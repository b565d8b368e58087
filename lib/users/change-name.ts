import { forgetSessions } from "../auth/find-session-user.ts";
import type { ChangeName } from "../contracts/account.ts";
import { prisma } from "../db.ts";

/** Changes what a user is called, in every tenant. */
export async function changeName(userId: string, { name }: ChangeName): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: { name } });
  forgetSessions();
}
