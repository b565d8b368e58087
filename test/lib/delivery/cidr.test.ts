import { describe, expect, test } from "vitest";
import { parseAddress } from "#lib/delivery/address.ts";
import { isWithin, parseCidr, requireCidr } from "#lib/delivery/cidr.ts";

describe("parseCidr", () => {
  test("a block holds its first and last address and no neighbour", () => {
    const block = requireCidr("10.1.0.0/16");
    const inside = (text: string) => {
      const address = parseAddress(text);
      return address !== undefined && isWithin(address, block);
    };
    expect(["10.1.0.0", "10.1.255.255", "::ffff:10.1.2.3"].map(inside)).toEqual([true, true, true]);
    expect(["10.0.255.255", "10.2.0.0", "::10.1.0.0"].map(inside)).toEqual([false, false, false]);
  });

  test.each(["0.0.0.0/0", "127.0.0.1/32", "fd00::/8", "::/0", "::1/128", " 10.0.0.0/8 "])(
    "reads %j",
    (text) => {
      expect(parseCidr(text).kind).toBe("cidr");
    },
  );

  test.each([
    ["10.0/16", "10.0/16 is not an address block such as 10.0.0.0/8"],
    ["10.0.0.0/8/8", "10.0.0.0/8/8 is not an address block such as 10.0.0.0/8"],
    ["::ffff:10.0.0.0/24", "::ffff:10.0.0.0/24 is an IPv4-mapped block; write it as IPv4"],
    ["10.0.0.1", "10.0.0.1 has no prefix length; one address is 10.0.0.1/32"],
    ["fd00::1", "fd00::1 has no prefix length; one address is fd00::1/128"],
    ["10.0.0.0/33", "10.0.0.0/33 has a prefix length outside 0 to 32"],
    ["::/1e1", "::/1e1 has a prefix length outside 0 to 128"],
    ["10.0.0.1/8", "10.0.0.1/8 has bits set beyond its prefix length"],
  ])("says what is wrong with %s", (text, reason) => {
    expect(parseCidr(text)).toEqual({ kind: "malformed", reason });
  });

  test.each([
    ...[
      "",
      "10.0.0.0",
      "::1",
      "10.0.0.0/33",
      "::/129",
      "10.0.0.0/-1",
      "10.0.0.0/8/8",
      "10.0.0.0/",
      "10.0.0.0/8.0",
    ],
    ...[
      "10.0.0.1/8",
      "fd00::1/8",
      "10.0/16",
      "example.com/32",
      "::ffff:10.0.0.0/104",
      "10.0.0.0/0x8",
      "fe80::%1/64",
    ],
  ])("reports %j", (text) => {
    const parsed = parseCidr(text);
    expect(parsed.kind).toBe("malformed");
    expect(() => requireCidr(text)).toThrow();
  });
});
