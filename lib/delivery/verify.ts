import { timingSafeEqual } from "node:crypto";
import type { SignatureCheck } from "../contracts/inbox.ts";
import { signatureHeader } from "./sign.ts";

export type SignedRequest = {
  /** The `webhook-id`, `webhook-timestamp` and `webhook-signature` of a request, null where absent. */
  id: string | null;
  timestamp: string | null;
  signature: string | null;
  body: Buffer;
};

export const toleranceSeconds = 300;

/**
 * Verifies a request as a receiver should (Standard Webhooks 1.0.0): one `v1,` item must match under one of the keys,
 * and its time must be within five minutes of `now`.
 */
export function verifySignature(
  { id, timestamp, signature, body }: SignedRequest,
  { keys, now }: { keys: readonly Buffer[]; now: Date },
): Exclude<SignatureCheck, "unchecked"> {
  if (!id || !timestamp || !signature) return "missing";
  const timestampSeconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const given = signature.split(" ");
  const expected = keys.map((key) => signatureHeader({ id, timestampSeconds, body, keys: [key] }));
  if (!expected.some((item) => given.some((other) => isEqual(item, other)))) return "wrong";
  return Math.abs(now.getTime() / 1_000 - timestampSeconds) > toleranceSeconds ? "stale" : "verified";
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
