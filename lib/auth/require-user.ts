import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { askedPath } from "./asked-path.ts";
import { currentUser } from "./current-user.ts";
import type { SessionUser } from "./find-session-user.ts";

/** The signed-in person; sends everybody else to sign in, and then back to the page they asked for, or else to `path`. */
export async function requireUser(path: string): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  // Server components are not told the address they draw; proxy.ts notes it in a header.
  const asked = askedPath((await headers()).get("x-posthorn-path") ?? "");
  return redirect(`/sign-in?callbackUrl=${encodeURIComponent(asked ?? path)}`);
}
