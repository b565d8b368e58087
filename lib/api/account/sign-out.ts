import { z } from "zod";
import { closingCookie } from "../../auth/session-cookie.ts";
import { signOutEverywhere as endSessions } from "../../users/sign-out-everywhere.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

const nothing = z.strictObject({});

/** `POST /api/auth/sign-out`: forgets the session of this browser. */
export const signOut = accountRoute(nothing, async () => ({
  redirectTo: "/sign-in",
  cookie: closingCookie(),
}));

/** `POST /api/auth/sign-out-everywhere`: ends every session of the person, on every device. */
export const signOutEverywhere = accountRoute(nothing, async ({ request }) => {
  await endSessions((await requireSession(request)).id);
  return { redirectTo: "/sign-in", cookie: closingCookie() };
});
