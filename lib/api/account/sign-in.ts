import { z } from "zod";
import { callbackPath } from "../../auth/callback-url.ts";
import { forgettingCookie, pendingCookie, pendingOf } from "../../auth/pending-sign-in.ts";
import { openingCookie } from "../../auth/session-cookie.ts";
import { signInWithPassword } from "../../auth/sign-in-with-password.ts";
import { codeBody, signInBody } from "../../contracts/account.ts";
import type { Entrance } from "../../users/let-in.ts";
import { completeSignIn } from "../../users/second-factor/complete-sign-in.ts";
import { endFormerSession } from "./end-former-session.ts";
import { accountRoute, type Outcome } from "./route.ts";

const callbackUrl = z.string().max(2048).optional();

/** `POST /api/auth/sign-in`: e-mail and password for a session, or for the page that asks for a code. 401 when they do not fit, 429 after too many tries. */
export const signIn = accountRoute(signInBody.extend({ callbackUrl }), async ({ body, device, request }) => {
  const entrance = await signInWithPassword({ email: body.email, password: body.password, device });
  await endFormerSession(request);
  return entranceTo(callbackPath(body.callbackUrl), entrance);
});

/** `POST /api/auth/second-factor`: the code that a sign-in still lacks. */
export const giveCode = accountRoute(codeBody.extend({ callbackUrl }), async ({ body, device, request }) => {
  const claims = await completeSignIn(await pendingOf(request.headers), { code: body.code, device });
  await endFormerSession(request);
  const cookies = [await openingCookie(claims), forgettingCookie()];
  return { redirectTo: callbackPath(body.callbackUrl), cookies };
});

/** The next step of somebody who is who they say: in at `path`, or first to the page that asks for a code. */
export async function entranceTo(path: string, entrance: Entrance): Promise<Outcome> {
  if (entrance.kind === "opened")
    return { redirectTo: path, cookies: [await openingCookie(entrance.claims)] };
  const redirectTo = `/sign-in/code?callbackUrl=${encodeURIComponent(path)}`;
  return { redirectTo, cookies: [await pendingCookie(entrance.pending)] };
}
