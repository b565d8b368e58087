import type { Device } from "../auth/device.ts";
import { hashPassword } from "../auth/password.ts";
import type { SessionClaims } from "../auth/session-token.ts";
import { networkOf } from "../client-address.ts";
import type { SignUp } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { takeRate } from "../rate-limit.ts";
import { createTenant } from "../tenants/create.ts";
import { createUser } from "./create.ts";
import { beginSession } from "./let-in.ts";
import { mailConfirmation } from "./mail-confirmation.ts";

/**
 * Makes an account and its first tenant, both or neither, mails the link that proves the address, and opens a session.
 * Throws 403 unless POSTHORN_SIGNUP is `open`, 409 for an e-mail address that has an account, 429 past 100 accounts an hour
 * from one network.
 */
export async function signUp(
  { name, email, password, tenantName }: SignUp,
  device: Device,
): Promise<{ claims: SessionClaims; tenant: { slug: string } }> {
  const { signup } = env();
  if (signup !== "open") throw new AppError("forbidden", { detail: closedDoors[signup] });
  await takeSignUpRate(device.ipAddress);
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const user = await createUser(tx, { name, email, passwordHash, isVerified: false });
    const tenant = await createTenant(tx, { name: tenantName, ownerId: user.id });
    await mailConfirmation(tx, { userId: user.id, email });
    return { tenant, claims: await beginSession(tx, user, { device, by: "sign-up" }) };
  });
}

/** Counts one new account from a network. */
export async function takeSignUpRate(ipAddress: string | undefined): Promise<void> {
  if (ipAddress === undefined) return;
  await takeRate({ key: `sign-up:network:${networkOf(ipAddress)}`, limit: 100, windowSeconds: 3600 });
}

/** Why nobody may sign up just so, by the value of POSTHORN_SIGNUP. */
export const closedDoors = {
  invite: "New accounts are by invitation here. Ask somebody who is in to invite you.",
  closed: "New accounts are closed here. Ask whoever runs this Posthorn for one.",
};
