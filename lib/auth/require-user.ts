import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { currentUser } from "./current-user.ts";
import type { SessionUser } from "./find-session-user.ts";

/** The signed-in person; sends everybody else to sign in, and then back to the page they asked for. */
export async function requireUser(path: string): Promise<SessionUser> {
  return (
    (await currentUser()) ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(await askedPath(path))}`)
  );
}

/** Server components are not told the address they draw; our server notes it in a header, `fallback` serves without. */
async function askedPath(fallback: string): Promise<string> {
  const asked = (await headers()).get("x-posthorn-path") ?? fallback;
  return asked.replace(/[?&]_rsc=[^&]*/, "");
}
