import { decode, encode, getToken } from "next-auth/jwt";
import { env } from "../env.ts";

/** All that a session's cookie says: which session, whose, and of which version of theirs. Never a role. */
export type SessionClaims = { sessionId: string; userId: string; sessionVersion: number };

/** A session lasts thirty days from sign-in, unless it is ended earlier. */
export const sessionSeconds = 30 * 24 * 3600;

/** Where the session lives: `__Host-` when POSTHORN_URL is https, so that no neighbouring host can plant one. */
export function sessionCookieName(): string {
  return `${isSecure() ? "__Host-" : ""}next-auth.session-token`;
}

/** Whether cookies may travel over https only. */
export function isSecure(): boolean {
  return env().url.startsWith("https://");
}

/** Encrypts a session's claims as next-auth does (JWE, A256GCM). */
export function encodeSession({ sessionId, userId, sessionVersion }: SessionClaims): Promise<string> {
  const token = { sub: userId, sessionId, sessionVersion };
  return encode({ token, secret: env().nextauthSecret, maxAge: sessionSeconds });
}

/** Reads the session out of cookies by name, chunked ones included; undefined when there is none, or it is forged or over. */
export async function decodeSession(cookies: Record<string, string>): Promise<SessionClaims | undefined> {
  const token = await getToken({
    // Typed for Next's requests, read for its cookies alone: a bearer token is an API key here, never a session.
    req: { cookies, headers: {} } as Parameters<typeof getToken>[0]["req"],
    cookieName: sessionCookieName(),
    secureCookie: isSecure(),
    secret: env().nextauthSecret,
    decode,
  });
  return token ? toClaims(token) : undefined;
}

/** The claims in a decoded token, or undefined when it is not a session of ours. */
export function toClaims({ sub, sessionId, sessionVersion }: Record<string, unknown>) {
  const isOurs =
    typeof sub === "string" && typeof sessionId === "string" && typeof sessionVersion === "number";
  return isOurs ? ({ userId: sub, sessionId, sessionVersion } satisfies SessionClaims) : undefined;
}
