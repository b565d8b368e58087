import { randomBytes, randomInt } from "node:crypto";

const prefixLength = 8;
const secretBytes = 32;
const form = /^(phk_[A-Za-z0-9]{8})_([A-Za-z0-9_-]{32,128})$/;

/** A new API key: `phk_`, 8 characters safe to show, and 256 random bits. */
export function newKeyText(): { key: string; prefix: string; secret: string } {
  const shown = Array.from({ length: prefixLength }, () => randomInt(36).toString(36)).join("");
  const prefix = `phk_${shown}`;
  const secret = randomBytes(secretBytes).toString("base64url");
  return { key: `${prefix}_${secret}`, prefix, secret };
}

/** Takes an API key apart, or answers undefined for text that is none. */
export function readKeyText(key: string): { prefix: string; secret: string } | undefined {
  const [, prefix, secret] = form.exec(key) ?? [];
  return prefix && secret ? { prefix, secret } : undefined;
}
