import { requestResetBody, resetPasswordBody } from "../../contracts/account.ts";
import { requestReset as mailResetLink } from "../../users/request-reset.ts";
import { resetPassword as replacePassword } from "../../users/reset-password.ts";
import { accountRoute } from "./route.ts";
import { entranceTo } from "./sign-in.ts";

/** `POST /api/auth/request-reset`: mails a link to set a new password; the same answer whoever the address belongs to. */
export const requestReset = accountRoute(requestResetBody, async ({ body, device }) => {
  await mailResetLink(body, device.ipAddress);
  return { redirectTo: "/sign-in" };
});

/** `POST /api/auth/reset-password`: a new password by that link, signed in or on the way to the code. */
export const resetPassword = accountRoute(resetPasswordBody, async ({ body, device }) =>
  entranceTo("/", await replacePassword(body, device)),
);
