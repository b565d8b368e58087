import { randomBytes } from "node:crypto";
import { env } from "../env.ts";
import { hashToken } from "../vault.ts";

const validMs = 7 * 24 * 3600 * 1000;

/** A fresh way in: 256 random bits for the link, their hash for the database, good for seven days. */
export function newToken(): { token: string; tokenHash: Buffer<ArrayBuffer>; expiresAt: Date } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token), expiresAt: new Date(Date.now() + validMs) };
}

/** The page where an invitation is accepted. */
export function linkOf(token: string): string {
  return `${env().url}/invitations/${token}`;
}
