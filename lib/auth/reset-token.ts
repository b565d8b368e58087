import { decode, encode } from "next-auth/jwt";
import { env } from "../env.ts";
import { type SessionClaims, toClaims } from "./session-token.ts";

const validSeconds = 3600;
// Derives a key of its own: a reset link is no session and a session no reset link.
const salt = "posthorn password reset";

/**
 * The secret of a link that lets its holder set a new password for an hour. It names the session version, which a new
 * password raises, so it works once without being stored anywhere.
 */
export function encodeResetToken({ userId, sessionVersion }: SessionClaims): Promise<string> {
  const token = { sub: userId, sessionVersion };
  return encode({ token, secret: env().nextauthSecret, salt, maxAge: validSeconds });
}

/** Whose password the link is for, as long as it is not over; whether it was used, the session version tells. */
export async function decodeResetToken(token: string): Promise<SessionClaims | undefined> {
  const decoded = await decode({ token, secret: env().nextauthSecret, salt }).catch(() => null);
  return decoded ? toClaims(decoded) : undefined;
}
