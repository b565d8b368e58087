import { redirect } from "next/navigation";
import { currentUser } from "./current-user.ts";
import type { SessionUser } from "./find-session-user.ts";

/** The signed-in person; sends everybody else to sign in and then back to `path`. */
export async function requireUser(path: string): Promise<SessionUser> {
  return (await currentUser()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
