import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { decodeSecret, newSecret } from "#lib/delivery/sign.ts";
import { verifySignature } from "#lib/delivery/verify.ts";

const now = new Date("2026-11-24T10:00:00Z");
const secret = newSecret();
const keys = [newSecret(), secret].map((text) => {
  const decoded = decodeSecret(text);
  if (decoded.kind === "malformed") throw new Error(decoded.reason);
  return decoded.key;
});
const body = Buffer.from('{"a":1.0}');

/** A request signed by another implementation of the standard. */
function signed(at: Date) {
  const signature = new Webhook(secret).sign("evt_1", at, body.toString());
  return { id: "evt_1", timestamp: String(Math.floor(at.getTime() / 1_000)), signature, body };
}

test("a signature under any valid key verifies, also among others", () => {
  const request = signed(now);
  expect(verifySignature(request, { keys, now })).toBe("verified");
  const among = { ...request, signature: `v1,AAAA v2,x ${request.signature}` };
  expect(verifySignature(among, { keys, now })).toBe("verified");
});

test("what was signed must be what came", () => {
  const request = signed(now);
  for (const change of [{ body: Buffer.from("{}") }, { id: "evt_2" }, { timestamp: "1" }, { timestamp: "x" }])
    expect(verifySignature({ ...request, ...change }, { keys, now })).toBe("wrong");
  expect(verifySignature(request, { keys: keys.slice(0, 1), now })).toBe("wrong");
});

test("a good signature of long ago is stale, one without its headers missing", () => {
  expect(verifySignature(signed(new Date(now.getTime() - 301_000)), { keys, now })).toBe("stale");
  for (const part of ["id", "timestamp", "signature"])
    expect(verifySignature({ ...signed(now), [part]: null }, { keys, now })).toBe("missing");
});
