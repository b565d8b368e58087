import { forgetSessions } from "../auth/find-session-user.ts";
import type { ChangePreferences } from "../contracts/preferences.ts";
import { prisma } from "../db.ts";
import { defined } from "../defined.ts";

/** Changes how things are shown to a user, on every device and in every tenant; what is left out stays. */
export async function changePreferences(userId: string, changes: ChangePreferences): Promise<void> {
  await prisma().user.update({ where: { id: userId }, data: defined(changes) });
  forgetSessions();
}
