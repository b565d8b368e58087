import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { open, seal } from "#lib/vault.ts";

describe("a sealed value", () => {
  test("opens to what was sealed, for its owner alone", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (plaintext, owner, other) => {
        const sealed = seal(plaintext, owner);
        expect(open(sealed, owner).toString()).toBe(Buffer.from(plaintext).toString());
        if (other !== owner) expect(() => open(sealed, other)).toThrow();
      }),
    );
  });

  test("never holds its plaintext and differs every time", () => {
    const [one, two] = [seal("whsec_topsecret", "owner"), seal("whsec_topsecret", "owner")];
    expect(one.equals(two)).toBe(false);
    expect(one.includes("topsecret")).toBe(false);
  });

  test("does not open when any byte was changed", () => {
    const sealed = seal("whsec_topsecret", "owner");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => open(changed, "owner")).toThrow();
    }
  });

  test("still opens after the master key was replaced, as long as the former one is known", () => {
    const settings = env();
    const former = settings.secretKey;
    const sealed = seal("whsec_topsecret", "owner");
    try {
      settings.secretKey = Buffer.alloc(32, "another");
      expect(() => open(sealed, "owner")).toThrow("not known here");
      settings.previousSecretKeys = [former];
      expect(open(sealed, "owner").toString()).toBe("whsec_topsecret");
    } finally {
      Object.assign(settings, { secretKey: former, previousSecretKeys: [] });
    }
  });
});
