import { z } from "zod";
import { openingCookie } from "../../auth/session-cookie.ts";
import {
  changeEmailBody,
  changeNameBody,
  changePasswordBody,
  confirmEmailBody,
} from "../../contracts/account.ts";
import { changePreferencesBody } from "../../contracts/preferences.ts";
import { changeEmail as mailNewAddress } from "../../users/change-email.ts";
import { changeName as rename } from "../../users/change-name.ts";
import { changePassword as replacePassword } from "../../users/change-password.ts";
import { changePreferences as keepPreferences } from "../../users/change-preferences.ts";
import { confirmEmail as takeForProven } from "../../users/confirm-email.ts";
import { requestConfirmation as mailAgain } from "../../users/request-confirmation.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/name`: what one is called. */
export const changeName = accountRoute(changeNameBody, async ({ body, request }) => {
  await rename((await requireSession(request)).id, body);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/preferences`: how things are shown to one; what is left out stays. */
export const changePreferences = accountRoute(changePreferencesBody, async ({ body, request }) => {
  await keepPreferences((await requireSession(request)).id, body);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/password`: a new password; every session but this one ends. */
export const changePassword = accountRoute(changePasswordBody, async ({ body, device, request }) => {
  const user = await requireSession(request);
  const { sessionId } = user;
  const claims = await replacePassword({ user, sessionId, ipAddress: device.ipAddress }, body);
  return { redirectTo: "/account", cookies: [await openingCookie(claims)] };
});

/** `POST /api/auth/email`: mails a link to the address that is to be the account's. */
export const changeEmail = accountRoute(changeEmailBody, async ({ body, device, request }) => {
  await mailNewAddress({ user: await requireSession(request), ipAddress: device.ipAddress }, body);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/request-confirmation`: mails the link that proves one's address again. */
export const requestConfirmation = accountRoute(z.strictObject({}), async ({ request }) => {
  await mailAgain((await requireSession(request)).id);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/confirm-email`: proves an address by the link that was mailed there. */
export const confirmEmail = accountRoute(confirmEmailBody, async ({ body, device, request }) => {
  await takeForProven({ user: await requireSession(request), ipAddress: device.ipAddress }, body.token);
  return { redirectTo: "/" };
});
