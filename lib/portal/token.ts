import { randomBytes } from "node:crypto";
import { hashToken } from "../vault.ts";

export const linkPrefix = "phl_";
export const sessionPrefix = "phs_";

/** 256 random bits for the holder, and their hash for the database. */
export function newPortalToken(prefix: typeof linkPrefix | typeof sessionPrefix) {
  const token = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}
