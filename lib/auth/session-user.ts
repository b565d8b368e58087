import { findSessionUser, type SessionUser } from "./find-session-user.ts";
import { parseCookies } from "./parse-cookies.ts";
import { decodeSession } from "./session-token.ts";

/** The signed-in person behind a request, or undefined; works in plain Node as in Next. Ended sessions are out within a second. */
export async function sessionUser(request: Request): Promise<SessionUser | undefined> {
  const claims = await decodeSession(parseCookies(request.headers.get("cookie") ?? ""));
  return claims && findSessionUser(claims);
}
