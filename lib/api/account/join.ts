import { openingCookie } from "../../auth/session-cookie.ts";
import { acceptInvitationBody, joinBody } from "../../contracts/account.ts";
import { prisma } from "../../db.ts";
import { acceptInvitation } from "../../invitations/accept.ts";
import { join as joinAsNewcomer } from "../../users/join.ts";
import { endFormerSession } from "./end-former-session.ts";
import { requireSession } from "./require-session.ts";
import { accountRoute } from "./route.ts";

/** `POST /api/auth/accept-invitation`: the signed-in invitee joins. */
export const accept = accountRoute(acceptInvitationBody, async ({ body: { token }, device, request }) => {
  const user = await requireSession(request);
  const { ipAddress } = device;
  const tenant = await prisma().$transaction((tx) => acceptInvitation(tx, { token, user, ipAddress }));
  return { redirectTo: `/${tenant.slug}` };
});

/** `POST /api/auth/join`: somebody new signs up with the invited address and joins at once. */
export const join = accountRoute(joinBody, async ({ body, device, request }) => {
  const { claims, tenant } = await joinAsNewcomer(body, device);
  await endFormerSession(request);
  return { redirectTo: `/${tenant.slug}`, cookies: [await openingCookie(claims)] };
});
