import { callbackPath } from "./callback-url.ts";
import { type Device, deviceOf } from "./device.ts";
import { parseCookies } from "./parse-cookies.ts";
import { claimsOf } from "./session-cookie.ts";
import { isSecure, type SessionClaims } from "./session-token.ts";

/** One request to next-auth: what our callbacks must know of it, and hand on from one to the next. */
export type Visit = {
  device: Device;
  /** The session that the browser had before. */
  former: SessionClaims | undefined;
  /** Where to go after signing in, as next-auth remembers it while the browser is at a provider. */
  path: string;
  /** The session that this request has opened. */
  opened?: SessionClaims;
};

/** Reads a visit out of its request's headers. */
export async function visitOf(headers: Headers): Promise<Visit> {
  const cookies = parseCookies(headers.get("cookie") ?? "");
  const path = callbackPath(cookies[`${isSecure() ? "__Secure-" : ""}next-auth.callback-url`]);
  return { device: deviceOf(headers), former: await claimsOf(headers), path };
}
