import { openingCookie } from "../../auth/session-cookie.ts";
import { signUpBody } from "../../contracts/account.ts";
import { signUp as signUpUser } from "../../users/sign-up.ts";
import { endFormerSession } from "./end-former-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/sign-up`: a new account with its first tenant, signed in. */
export const signUp = accountRoute(signUpBody, async ({ body, device, request }) => {
  const { claims, tenant } = await signUpUser(body, device);
  await endFormerSession(request);
  return { redirectTo: `/${tenant.slug}`, cookies: [await openingCookie(claims)] };
});
