import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env.ts";
import type { Pending } from "../users/let-in.ts";
import { parseCookies } from "./parse-cookies.ts";
import { cookieLine } from "./session-cookie.ts";
import { isSecure } from "./session-token.ts";

/** How long somebody has to type the code, in seconds. */
export const pendingSeconds = 600;
// Derives a key of its own: who has given one factor holds no session.
const salt = "posthorn pending sign-in";

/** The cookie that remembers, between the two steps of a sign-in, who has taken the first. */
export function pendingCookieName(): string {
  return `${isSecure() ? "__Host-" : ""}posthorn.pending-sign-in`;
}

/** The value of that cookie: encrypted claims that are no session. */
export function encodePending(pending: Pending): Promise<string> {
  return encode({ token: pending, secret: env().nextauthSecret, salt, maxAge: pendingSeconds });
}

export async function pendingCookie(pending: Pending): Promise<string> {
  return cookieLine(pendingCookieName(), {
    value: await encodePending(pending),
    maxAgeSeconds: pendingSeconds,
  });
}

export function forgettingCookie(): string {
  return cookieLine(pendingCookieName(), { value: "", maxAgeSeconds: 0 });
}

/** Who has taken the first step in this browser, or undefined when nobody has or it was too long ago. */
export async function pendingOf(headers: Headers): Promise<Pending | undefined> {
  const token = parseCookies(headers.get("cookie") ?? "")[pendingCookieName()];
  if (!token) return undefined;
  const decoded = await decode({ token, secret: env().nextauthSecret, salt }).catch(() => null);
  return claims.safeParse(decoded).data;
}

const claims = z.object({ userId: z.uuid(), sessionVersion: z.int(), by: z.string() });
