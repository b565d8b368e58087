import { z } from "zod";
import { revokeSessionBody } from "../../contracts/account.ts";
import { revokeOtherSessions, revokeSession } from "../../users/revoke-sessions.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/revoke-session`: signs one of one's devices out. */
export const revoke = accountRoute(revokeSessionBody, async ({ body, device, request }) => {
  await revokeSession({ user: await requireSession(request), ipAddress: device.ipAddress }, body);
  return { redirectTo: "/account" };
});

/** `POST /api/auth/revoke-other-sessions`: signs every device out but this one. */
export const revokeOthers = accountRoute(z.strictObject({}), async ({ device, request }) => {
  const user = await requireSession(request);
  await revokeOtherSessions({ user, ipAddress: device.ipAddress }, user);
  return { redirectTo: "/account" };
});
