import { randomBytes } from "node:crypto";
import { env } from "../env.ts";
import { hashToken } from "../vault.ts";

const validMs = 7 * 24 * 3600 * 1000;

/** The two links of an invitation: both let the invitee in, the mailed one proves their address as well. */
export type Links = { copied: string; mailed: string };

/** Fresh ways in: 256 random bits for each link, their hashes for the database, good for seven days. */
export function newLinks() {
  const links: Links = { copied: newToken(), mailed: newToken() };
  return {
    links,
    stored: {
      tokenHash: hashToken(links.copied),
      mailedTokenHash: hashToken(links.mailed),
      expiresAt: new Date(Date.now() + validMs),
    },
  };
}

/** The invitation that either of its links leads to. */
export function byToken(token: string) {
  const hash = hashToken(token);
  return { OR: [{ tokenHash: hash }, { mailedTokenHash: hash }] };
}

/** Whether a link is the one of the e-mail. */
export function isMailed(
  token: string,
  { mailedTokenHash }: { mailedTokenHash: Uint8Array | null },
): boolean {
  return mailedTokenHash !== null && hashToken(token).equals(mailedTokenHash);
}

/** The page where an invitation is accepted. */
export function linkOf(token: string): string {
  return `${env().url}/invitations/${token}`;
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}
