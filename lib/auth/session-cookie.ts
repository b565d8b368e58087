import {
  encodeSession,
  isSecure,
  type SessionClaims,
  sessionCookieName,
  sessionSeconds,
} from "./session-token.ts";

/** The `Set-Cookie` value that signs a browser in, replacing whatever session it had. */
export async function openingCookie(claims: SessionClaims): Promise<string> {
  return cookie(await encodeSession(claims), sessionSeconds);
}

/** The `Set-Cookie` value that signs a browser out. */
export function closingCookie(): string {
  return cookie("", 0);
}

function cookie(value: string, maxAgeSeconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${sessionCookieName()}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
