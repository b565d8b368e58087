import { findSessionUser, type SessionUser } from "./find-session-user.ts";
import { claimsOf } from "./session-cookie.ts";

/** The signed-in person behind a request, or undefined; works in plain Node as in Next. Ended sessions are out within a second. */
export async function sessionUser(request: Request): Promise<SessionUser | undefined> {
  const claims = await claimsOf(request.headers);
  return claims && findSessionUser(claims);
}
