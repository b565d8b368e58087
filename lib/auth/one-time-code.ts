import { createHmac, timingSafeEqual } from "node:crypto";

const stepSeconds = 30;
const digits = 6;
/** How many steps a phone's clock may be off, either way. */
const tolerance = 1;

/** The time step at a moment (RFC 6238 §4.2), in steps of 30 seconds since 1970. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1_000 / stepSeconds);
}

/** The code of six digits for a step: HMAC-SHA-1, truncated (RFC 4226 §5.3, RFC 6238 §4.2). */
export function oneTimeCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step that a code is good for now, one step before and after counted in, or undefined (RFC 6238 §5.2). */
export function matchOneTimeCode(secret: Buffer, code: string, nowMs: number): number | undefined {
  const present = stepAt(nowMs);
  const steps = Array.from({ length: 2 * tolerance + 1 }, (_, n) => present - tolerance + n);
  return steps.find((step) => isSame(oneTimeCode(secret, step), code));
}

function isSame(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
