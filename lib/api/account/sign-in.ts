import { z } from "zod";
import { callbackPath } from "../../auth/callback-url.ts";
import { openingCookie } from "../../auth/session-cookie.ts";
import { signInWithPassword } from "../../auth/sign-in-with-password.ts";
import { signInBody } from "../../contracts/account.ts";
import { accountRoute } from "./route.ts";

const body = signInBody.extend({ callbackUrl: z.string().max(2048).optional() });

/** `POST /api/auth/sign-in`: e-mail and password for a session. 401 when they do not fit, 429 after too many tries. */
export const signIn = accountRoute(body, async ({ body: { callbackUrl, ...credentials }, address }) => {
  const claims = await signInWithPassword({ ...credentials, address });
  return { redirectTo: callbackPath(callbackUrl), cookie: await openingCookie(claims) };
});
