import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { deliveryHeaders } from "#lib/delivery/headers.ts";
import { decodeSecret, newSecret, signatureHeader } from "#lib/delivery/sign.ts";

const nowSeconds = () => Math.floor(Date.now() / 1000);

function keyOf(secret: string): Buffer {
  const decoded = decodeSecret(secret);
  if (decoded.kind === "malformed") throw new Error(decoded.reason);
  return decoded.key;
}

describe("signatureHeader", () => {
  test("any body signed with a new secret verifies with the official library", () => {
    fc.assert(
      fc.property(fc.json(), fc.uuid(), (text, id) => {
        const secret = newSecret();
        const body = Buffer.from(text);
        const headers = deliveryHeaders({
          version: "1.2.3",
          id,
          timestampSeconds: nowSeconds(),
          body,
          keys: [keyOf(secret)],
          custom: {},
        });
        expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("agrees with the example of the specification's own library", () => {
    const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const timestampSeconds = 1_614_265_330;
    const body = Buffer.from('{"test": 2432232314}');
    const header = signatureHeader({
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      timestampSeconds,
      body,
      keys: [keyOf(secret)],
    });
    expect(header).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    const official = new Webhook(secret);
    expect(official.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", new Date(timestampSeconds * 1000), body)).toBe(
      header,
    );
  });

  test("during a rotation both the old and the new secret verify, and another one does not", () => {
    const secrets = [newSecret(), newSecret()];
    const body = Buffer.from('{"a":1.0}');
    const timestampSeconds = nowSeconds();
    const signature = signatureHeader({ id: "evt_1", timestampSeconds, body, keys: secrets.map(keyOf) });
    expect(signature.split(" ")).toHaveLength(2);
    const headers = {
      "webhook-id": "evt_1",
      "webhook-timestamp": String(timestampSeconds),
      "webhook-signature": signature,
    };
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual({ a: 1 });
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
  });
});

describe("decodeSecret", () => {
  test("a new secret holds 32 random bytes", () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(keyOf(secret)).toHaveLength(32);
    expect(newSecret()).not.toBe(secret);
  });

  test.each([24, 33, 64])("accepts %i bytes", (size) => {
    const key = Buffer.alloc(size, 0xfb);
    expect(decodeSecret(`whsec_${key.toString("base64")}`)).toEqual({ kind: "decoded", key });
  });

  test.each([
    [`whsk_${Buffer.alloc(32).toString("base64")}`, "A signing secret starts with whsec_"],
    [`WHSEC_${Buffer.alloc(32).toString("base64")}`, "A signing secret starts with whsec_"],
    ["whsec_=", "What follows whsec_ is not standard, padded base64"],
    [`whsec_${Buffer.alloc(23).toString("base64")}`, "A signing secret holds 24 to 64 bytes, this one 23"],
  ])("says what is wrong with %s", (secret, reason) => {
    expect(decodeSecret(secret)).toEqual({ kind: "malformed", reason });
  });

  test.each([
    ["no prefix", Buffer.alloc(32).toString("base64")],
    ["another prefix", `whsk_${Buffer.alloc(32).toString("base64")}`],
    ["nothing after the prefix", "whsec_"],
    ["23 bytes", `whsec_${Buffer.alloc(23).toString("base64")}`],
    ["65 bytes", `whsec_${Buffer.alloc(65).toString("base64")}`],
    ["the URL alphabet", `whsec_${Buffer.alloc(33, 0xfb).toString("base64url")}`],
    ["no padding", `whsec_${Buffer.alloc(32).toString("base64").replace(/=+$/, "")}`],
    ["a line break", `whsec_${Buffer.alloc(33).toString("base64")}\n`],
    ["loose trailing bits", `whsec_${"A".repeat(42)}B=`],
  ])("refuses %s without quoting the secret", (_, secret) => {
    const decoded = decodeSecret(secret);
    expect(decoded.kind).toBe("malformed");
    if (decoded.kind === "malformed" && secret.length > 6)
      expect(decoded.reason).not.toContain(secret.slice(6));
  });
});
