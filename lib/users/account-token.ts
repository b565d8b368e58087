import { randomBytes } from "node:crypto";
import { prisma, type Transaction } from "../db.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { hashToken } from "../vault.ts";

/** What a link in an e-mail lets its holder do. */
export type Purpose = "reset-password" | "confirm-email";

const validSeconds: Record<Purpose, number> = { "reset-password": 3600, "confirm-email": 24 * 3600 };

export type Recipient = { userId: string; email: string };

/** Makes the link of an e-mail: 256 random bits, stored as a hash. The former link for the same purpose stops working. */
export async function issueLink(
  tx: Transaction,
  purpose: Purpose,
  { userId, email }: Recipient,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + validSeconds[purpose] * 1_000);
  await revokeLinks(tx, purpose, userId);
  await tx.accountToken.create({ data: { tokenHash: hashToken(token), userId, purpose, email, expiresAt } });
  return `${env().url}/${purpose}/${token}`;
}

/** Whose link it is and where it was sent, while it works; looking does not use it up. */
export async function readLink(purpose: Purpose, token: string): Promise<Recipient | undefined> {
  const found = await prisma().accountToken.findUnique({ where: { tokenHash: hashToken(token), purpose } });
  return found && found.expiresAt.getTime() > Date.now() ? found : undefined;
}

/** Throws 409 for a link that was used, replaced or is over, before anything costly is done for it. */
export async function requireLink(purpose: Purpose, token: string): Promise<void> {
  if (!(await readLink(purpose, token))) throw linkOver();
}

/** Uses a link up; of two uses at once one wins. Throws 409 for one that was used, replaced or is over. */
export async function takeLink(tx: Transaction, purpose: Purpose, token: string): Promise<Recipient> {
  const taken = await tx.$queryRaw<Recipient[]>`
    DELETE FROM account_tokens WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose} AND expires_at > now()
    RETURNING user_id::text AS "userId", email`;
  if (!taken[0]) throw linkOver();
  return taken[0];
}

/** Makes every link of a user for a purpose useless. */
export async function revokeLinks(tx: Transaction, purpose: Purpose, userId: string): Promise<void> {
  await tx.accountToken.deleteMany({ where: { userId, purpose } });
}

function linkOver(): AppError {
  return new AppError("conflict", { detail: "This link was used or is over. Ask for a new one." });
}
