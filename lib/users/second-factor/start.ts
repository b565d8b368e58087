import { randomBytes } from "node:crypto";
import { base32 } from "../../auth/base32.ts";
import { prisma } from "../../db.ts";
import { AppError } from "../../errors.ts";
import { sealSecret } from "./secret.ts";

export type Setup = { secret: string; uri: string };

// As long as the hash, which RFC 4226 §4 R6 asks for.
const secretBytes = 20;

/**
 * Makes a new secret for somebody's authenticator app, in base 32 and as an `otpauth:` address for a QR code. Nothing is
 * asked for at sign-in until a code confirms it. Throws 409 when codes are in use already.
 */
export async function startSecondFactor({
  id: userId,
  email,
}: {
  id: string;
  email: string;
}): Promise<Setup> {
  const secret = randomBytes(secretBytes);
  const fresh = { sealed: sealSecret(userId, secret), createdAt: new Date() };
  const { count } = await prisma().secondFactor.updateMany({
    where: { userId, confirmedAt: null },
    data: fresh,
  });
  const made = count === 1 || (await insert(userId, fresh));
  if (!made) throw new AppError("conflict", { detail: "Two-step sign-in is on already. Turn it off first." });
  return { secret: base32(secret), uri: uriOf(email, base32(secret)) };
}

async function insert(userId: string, fresh: { sealed: Uint8Array<ArrayBuffer>; createdAt: Date }) {
  const { count } = await prisma().secondFactor.createMany({
    data: [{ userId, ...fresh }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The form that authenticator apps read (the key URI format of Google Authenticator). */
function uriOf(email: string, secret: string): string {
  const query = new URLSearchParams({ secret, issuer: "Posthorn" });
  return `otpauth://totp/${encodeURIComponent(`Posthorn:${email}`)}?${query}`;
}
