import { parseCookies } from "./parse-cookies.ts";
import {
  decodeSession,
  encodeSession,
  isSecure,
  type SessionClaims,
  sessionCookieName,
  sessionSeconds,
} from "./session-token.ts";

/** The `Set-Cookie` value that signs a browser in, replacing whatever session it had. */
export async function openingCookie(claims: SessionClaims): Promise<string> {
  return cookieLine(sessionCookieName(), {
    value: await encodeSession(claims),
    maxAgeSeconds: sessionSeconds,
  });
}

/** The `Set-Cookie` value that signs a browser out. */
export function closingCookie(): string {
  return cookieLine(sessionCookieName(), { value: "", maxAgeSeconds: 0 });
}

/** The claims of a request's session cookie, whether or not the session goes on. */
export function claimsOf(headers: Headers): Promise<SessionClaims | undefined> {
  return decodeSession(parseCookies(headers.get("cookie") ?? ""));
}

/** A `Set-Cookie` value that scripts cannot read and other sites cannot send along with a change. */
export function cookieLine(
  name: string,
  { value, maxAgeSeconds }: { value: string; maxAgeSeconds: number },
): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
