import { openingCookie } from "../../auth/session-cookie.ts";
import { signUpBody } from "../../contracts/account.ts";
import { signUp as signUpUser } from "../../users/sign-up.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/sign-up`: a new account with its first tenant, signed in. */
export const signUp = accountRoute(signUpBody, async ({ body, address }) => {
  const { user, tenant } = await signUpUser(body, address);
  const cookie = await openingCookie({ userId: user.id, sessionVersion: user.sessionVersion });
  return { redirectTo: `/${tenant.slug}`, cookie };
});
