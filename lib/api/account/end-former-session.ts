import { claimsOf } from "../../auth/session-cookie.ts";
import { endSession } from "../../users/end-sessions.ts";

/** Ends the session that a browser had before: a sign-in never continues one that somebody else may know. */
export async function endFormerSession(request: Request): Promise<void> {
  const former = await claimsOf(request.headers);
  if (former) await endSession(former);
}
