import { hashPassword } from "../auth/password.ts";
import type { Join } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { AppError, notFound } from "../errors.ts";
import { acceptInvitation } from "../invitations/accept.ts";
import { readInvitation } from "../invitations/read.ts";
import { type CreatedUser, createUser } from "./create.ts";
import { closedDoors, takeSignUpRate } from "./sign-up.ts";

/**
 * Makes an account for the invitee and joins the tenant, both or neither. Throws what accepting throws, 403 when
 * POSTHORN_SIGNUP is `closed`, 409 when the invited address has an account already.
 */
export async function join(
  { token, name, password }: Join,
  address: string | undefined,
): Promise<{ user: CreatedUser; tenant: { slug: string } }> {
  if (env().signup === "closed") throw new AppError("forbidden", { detail: closedDoors.closed });
  await takeSignUpRate(address);
  const invitation = await readInvitation(token);
  if (!invitation) throw notFound("invitation");
  const { email } = invitation;
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const user = await createUser(tx, { email, name, passwordHash });
    return { user, tenant: await acceptInvitation(tx, { token, user }) };
  });
}
