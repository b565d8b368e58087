import type { Device } from "../auth/device.ts";
import { hashPassword } from "../auth/password.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import type { Join } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { AppError, notFound } from "../errors.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import { readInvitation } from "../invitations/read.ts";
import { createUser } from "./create.ts";
import { beginSession } from "./let-in.ts";
import { mailConfirmation } from "./mail-confirmation.ts";
import { closedDoors, takeSignUpRate } from "./sign-up.ts";

/**
 * Makes an account for the invitee and joins the tenant, both or neither, and opens a session. The link of the e-mail proves
 * the address, a copied one does not. Throws what accepting throws, 403 when POSTHORN_SIGNUP is `closed`, 409 when the
 * invited address has an account already.
 */
export async function join(
  { token, name, password }: Join,
  device: Device,
): Promise<{ claims: SessionClaims; tenant: { slug: string } }> {
  if (env().signup === "closed") throw new AppError("forbidden", { detail: closedDoors.closed });
  await takeSignUpRate(device.ipAddress);
  const invitation = await readInvitation(token);
  if (!invitation) throw notFound("invitation");
  const { email, isMailed } = invitation;
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const user = await createUser(tx, { email, name, passwordHash, isVerified: isMailed });
    const tenant = await acceptInvitation(tx, { token, user, ipAddress: device.ipAddress });
    if (!isMailed) await mailConfirmation(tx, { userId: user.id, email });
    return { tenant, claims: await beginSession(tx, user, { device, by: "invitation" }) };
  });
}
