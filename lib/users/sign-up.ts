import { hashPassword } from "../auth/password.ts";
import { networkOf } from "../client-address.ts";
import type { SignUp } from "../contracts/account.ts";
import { prisma } from "../db.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { takeRate } from "../rate-limit.ts";
import { createTenant } from "../tenants/create.ts";
import { type CreatedUser, createUser } from "./create.ts";

/**
 * Makes an account and its first tenant, both or neither. Throws 403 unless POSTHORN_SIGNUP is `open`, 409 for an e-mail
 * address that has an account, 429 past 100 accounts an hour from one address.
 */
export async function signUp(
  { name, email, password, tenantName }: SignUp,
  address: string | undefined,
): Promise<{ user: CreatedUser; tenant: { slug: string } }> {
  const { signup } = env();
  if (signup !== "open") throw new AppError("forbidden", { detail: closedDoors[signup] });
  await takeSignUpRate(address);
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    const user = await createUser(tx, { name, email, passwordHash });
    return { user, tenant: await createTenant(tx, { name: tenantName, ownerId: user.id }) };
  });
}

/** Counts one new account from an address. */
export async function takeSignUpRate(address: string | undefined): Promise<void> {
  if (address === undefined) return;
  await takeRate({ key: `sign-up:network:${networkOf(address)}`, limit: 100, windowSeconds: 3600 });
}

/** Why nobody may sign up just so, by the value of POSTHORN_SIGNUP. */
export const closedDoors = {
  invite: "New accounts are by invitation here. Ask somebody who is in to invite you.",
  closed: "New accounts are closed here. Ask whoever runs this Posthorn for one.",
};
