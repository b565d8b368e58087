import type { Transaction } from "../db.ts";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";

export type NewUser = { email: string; name: string; passwordHash: string | null; isVerified: boolean };
export type CreatedUser = { id: string; email: string; name: string; sessionVersion: number };

/** Adds a user in the caller's transaction; the e-mail address comes in lower case. Throws 409 when somebody has it. */
export async function createUser(tx: Transaction, { isVerified, ...user }: NewUser): Promise<CreatedUser> {
  const { email, name } = user;
  const id = newId();
  const data = [{ id, ...user, emailVerifiedAt: isVerified ? new Date() : null }];
  const { count } = await tx.user.createMany({ data, skipDuplicates: true });
  if (count === 1) return { id, email, name, sessionVersion: 1 };
  const message = "There is an account with this e-mail address. Sign in instead.";
  throw new AppError("already_exists", { detail: message, fields: [{ path: "email", message }] });
}
