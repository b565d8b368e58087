import { openingCookie } from "../../auth/session-cookie.ts";
import { requestResetBody, resetPasswordBody } from "../../contracts/account.ts";
import { requestReset as mailResetLink } from "../../users/request-reset.ts";
import { resetPassword as replacePassword } from "../../users/reset-password.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/request-reset`: mails a link to set a new password; the same answer whoever the address belongs to. */
export const requestReset = accountRoute(requestResetBody, async ({ body, address }) => {
  await mailResetLink(body, address);
  return { redirectTo: "/sign-in" };
});

/** `POST /api/auth/reset-password`: a new password by that link, signed in. */
export const resetPassword = accountRoute(resetPasswordBody, async ({ body }) => {
  return { redirectTo: "/", cookie: await openingCookie(await replacePassword(body)) };
});
