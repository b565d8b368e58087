import { z } from "zod";
import { closingCookie } from "../../auth/session-cookie.ts";
import { signOutEverywhere as endAll } from "../../users/sign-out-everywhere.ts";
import { endFormerSession } from "./end-former-session.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

const nothing = z.strictObject({});

/** `POST /api/auth/sign-out`: ends the session of this browser. */
export const signOut = accountRoute(nothing, async ({ request }) => {
  await endFormerSession(request);
  return { redirectTo: "/sign-in", cookies: [closingCookie()] };
});

/** `POST /api/auth/sign-out-everywhere`: ends every session of the person, on every device. */
export const signOutEverywhere = accountRoute(nothing, async ({ device, request }) => {
  await endAll({ user: await requireSession(request), ipAddress: device.ipAddress });
  return { redirectTo: "/sign-in", cookies: [closingCookie()] };
});
