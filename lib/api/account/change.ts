import { openingCookie } from "../../auth/session-cookie.ts";
import { changeNameBody, changePasswordBody } from "../../contracts/account.ts";
import { changeName as rename } from "../../users/change-name.ts";
import { changePassword as replacePassword } from "../../users/change-password.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/name`: what one is called. */
export const changeName = accountRoute(changeNameBody, async ({ body, request }) => {
  await rename((await requireSession(request)).id, body);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/password`: a new password; every session but this one ends. */
export const changePassword = accountRoute(changePasswordBody, async ({ body, request }) => {
  const claims = await replacePassword((await requireSession(request)).id, body);
  return { redirectTo: "/account", cookie: await openingCookie(claims) };
});
