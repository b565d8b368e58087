import type { Context } from "../context.ts";
import type { Transaction } from "../db.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";

/**
 * Throws 403 to people who have not confirmed their e-mail address: what they send would carry an address that may be
 * somebody else's. Where no mail can be sent, nobody is asked to.
 */
export async function requireConfirmedEmail({ actor }: Context, tx: Transaction): Promise<void> {
  if (actor.kind !== "user" || env().smtpUrl === undefined) return;
  const user = await tx.user.findUnique({ where: { id: actor.id }, select: { emailVerifiedAt: true } });
  if (user?.emailVerifiedAt) return;
  throw new AppError("forbidden", { detail: "Confirm your e-mail address first: we sent you a link." });
}
