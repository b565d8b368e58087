import type { SessionUser } from "../../auth/find-session-user.ts";
import { sessionUser } from "../../auth/session-user.ts";
import { AppError } from "../../errors.ts";

/** The person a step of an account is for. Throws 401 when the session has ended. */
export async function requireSession(request: Request): Promise<SessionUser> {
  const user = await sessionUser(request);
  if (!user) throw new AppError("unauthenticated", { detail: "Your session has ended. Sign in again." });
  return user;
}
