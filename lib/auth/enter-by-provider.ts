import { cookies } from "next/headers";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { letIn } from "../users/let-in.ts";
import { type Identity, signInWithIdentity } from "../users/sign-in-with-identity.ts";
import { encodePending, pendingCookieName, pendingSeconds } from "./pending-sign-in.ts";
import { isSecure } from "./session-token.ts";
import type { Visit } from "./visit.ts";

/**
 * Lets somebody in by the word of another provider, in the way that next-auth's `signIn` callback answers: true, or where
 * to go instead. Two-step sign-in asks for its code here too: a provider's account may be the weaker lock.
 */
export async function enterByProvider(visit: Visit, identity: Identity): Promise<true | string> {
  const { device, path } = visit;
  const user = await signInWithIdentity(identity, device.ipAddress);
  if (typeof user === "string") return `${env().url}/sign-in?error=${user}`;
  const entrance = await prisma().$transaction((tx) => letIn(tx, user, { device, by: identity.provider }));
  if (entrance.kind === "code_needed") {
    const options = {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure(),
      maxAge: pendingSeconds,
    } as const;
    (await cookies()).set(pendingCookieName(), await encodePending(entrance.pending), options);
    return `${env().url}/sign-in/code?callbackUrl=${encodeURIComponent(path)}`;
  }
  visit.opened = entrance.claims;
  return true;
}
