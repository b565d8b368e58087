import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAddress } from "#lib/delivery/address.ts";
import { forbiddenRange } from "#lib/delivery/forbidden-ranges.ts";

const forbiddenV4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const reference = new BlockList();
for (const [base, length] of forbiddenV4) reference.addSubnet(base, length, "ipv4");

const octet = fc.nat(255);
const anyV4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join("."));
const badV4 = fc.oneof(
  ...forbiddenV4.map(([base, length]) => {
    const first = toNumber(base);
    return fc.nat(2 ** (32 - length) - 1).map((offset) => toText(first + offset));
  }),
);
const anyV6 = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });

function toNumber(text: string): number {
  return text.split(".").reduce((value, part) => value * 256 + Number(part), 0);
}

function toText(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

function hex(text: string): string {
  const value = toNumber(text);
  return `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;
}

function isForbidden(text: string): boolean {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} was not read`);
  return forbiddenRange(address) !== undefined;
}

const embeddings: Record<string, (v4: string) => string> = {
  "mapped, dotted": (v4) => `::ffff:${v4}`,
  "mapped, hex": (v4) => `::ffff:${hex(v4)}`,
  "mapped, in full": (v4) => `0000:0000:0000:0000:0000:FFFF:${hex(v4)}`,
  compatible: (v4) => `::${v4}`,
  translated: (v4) => `::ffff:0:${v4}`,
  NAT64: (v4) => `64:ff9b::${v4}`,
  "NAT64 local use": (v4) => `64:ff9b:1::${v4}`,
  "6to4": (v4) => `2002:${hex(v4)}::1`,
  Teredo: (v4) => `2001:0:4136:e378:8000:63bf:${hex(v4)}`,
  "Teredo server": (v4) => `2001:0:${hex(v4)}::1`,
  ISATAP: (v4) => `2a00:1450:4001:81b:0:5efe:${hex(v4)}`,
  "ISATAP, global flag": (v4) => `2a00:1450:4001:81b:200:5efe:${hex(v4)}`,
};

describe("forbiddenRange", () => {
  test("agrees with a block list over all IPv4", () => {
    fc.assert(
      fc.property(fc.oneof(anyV4, badV4), (v4) => {
        expect(isForbidden(v4)).toBe(reference.check(v4, "ipv4"));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(forbiddenV4)("ends %s/%i exactly where it should", (base, length) => {
    const first = toNumber(base);
    const last = first + 2 ** (32 - length) - 1;
    for (const value of [first, last]) expect(isForbidden(toText(value))).toBe(true);
    for (const value of [first - 1, last + 1].filter((edge) => edge >= 0 && edge < 2 ** 32)) {
      expect(isForbidden(toText(value))).toBe(reference.check(toText(value), "ipv4"));
    }
  });

  test.each(Object.entries(embeddings))("a forbidden IPv4 address stays forbidden as %s", (_, embed) => {
    fc.assert(
      fc.property(badV4, (v4) => {
        expect(isForbidden(embed(v4))).toBe(true);
      }),
    );
  });

  test.each([
    ["0.1.2.3", "this network"],
    ["10.1.2.3", "private"],
    ["100.64.0.1", "shared address space"],
    ["127.0.0.1", "loopback"],
    ["168.63.129.16", "Azure platform service"],
    ["169.254.169.254", "link local"],
    ["172.16.0.1", "private"],
    ["192.0.0.1", "protocol assignments"],
    ["192.0.2.1", "documentation"],
    ["192.88.99.1", "6to4 relay"],
    ["192.168.0.1", "private"],
    ["198.18.0.1", "benchmarking"],
    ["198.51.100.1", "documentation"],
    ["203.0.113.1", "documentation"],
    ["224.0.0.1", "multicast"],
    ["255.255.255.255", "reserved"],
    ["::ffff:10.0.0.1", "private"],
    ["64:ff9b::10.0.0.1", "private"],
    ["2a00::5efe:10.0.0.1", "private"],
    ["::1", "reserved, IPv4 compatible or translated"],
    ["64:ff9b:1::1", "IPv4 translation"],
    ["100::1", "reserved, discard"],
    ["2001::1", "protocol assignments, Teredo"],
    ["2001:db8::1", "documentation"],
    ["2002::1", "6to4"],
    ["3fff::1", "documentation"],
    ["fc00::1", "unique local"],
    ["fe80::1", "link local"],
    ["fec0::1", "site local"],
    ["ff02::1", "multicast"],
    ["4000::1", "not global unicast"],
  ])("names the range of %s for the operator: %s", (text, name) => {
    const address = parseAddress(text);
    expect(address && forbiddenRange(address)).toBe(name);
  });

  test("a public IPv4 address stays public where its packets go straight to it", () => {
    for (const kind of ["mapped, dotted", "mapped, hex", "NAT64"]) {
      expect(isForbidden(embeddings[kind]?.("93.184.215.14") ?? "")).toBe(false);
    }
  });

  test("all of IPv6 outside 2000::/3 is forbidden, but for embedded public IPv4", () => {
    fc.assert(
      fc.property(anyV6, (groups) => {
        const [first = 0] = groups;
        const text = groups.map((group) => group.toString(16)).join(":");
        if (first >= 0x2000 && first < 0x4000) return;
        expect(isForbidden(text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ...[
      "::",
      "::1",
      "0:0:0:0:0:0:0:1",
      "100::1",
      "fc00::1",
      "fd00:ec2::254",
      "fd20:ce::254",
      "fe80::1",
      "febf::1",
    ],
    ...[
      "fec0::1",
      "ff02::1",
      "ff0e::1",
      "2001::1",
      "2001:10::1",
      "2001:20::1",
      "2001:2::1",
      "2001:1ff:ffff::",
    ],
    ...[
      "2001:db8::1",
      "2002:7f00:1::",
      "3fff::1",
      "3fff:fff::1",
      "4000::1",
      "5f00::1",
      "::ffff:0:8.8.8.8",
      "::8.8.8.8",
    ],
  ])("%s is forbidden", (text) => {
    expect(isForbidden(text)).toBe(true);
  });

  test.each([
    ...["8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0"],
    ...[
      "198.17.255.255",
      "198.20.0.0",
      "223.255.255.255",
      "2606:4700::1111",
      "2001:200::1",
      "2001:4860:4860::8888",
    ],
    ...["2003::1", "2a00:1450::1", "3fff:1000::1"],
  ])("%s is public", (text) => {
    expect(isForbidden(text)).toBe(false);
  });
});

describe("parseAddress", () => {
  test.each([
    ...["", "localhost", "127.1", "0x7f.0.0.1", "127.0.0.01", "256.0.0.1", "1.2.3.4 ", "1.2.3.4/8", "[::1]"],
    ...["fe80::1%eth0", "fe80::1%25eth0", "::1::", "1:2:3:4:5:6:7:8:9", "::ffff:256.0.0.1", "12345::"],
  ])("does not read %j", (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test("reads every IPv6 address as the integer of its groups", () => {
    fc.assert(
      fc.property(anyV6, (groups) => {
        const text = groups.map((group) => group.toString(16)).join(":");
        const folded = new URL(`http://[${text}]/`).hostname.slice(1, -1);
        const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
        expect(parseAddress(text)).toEqual({ family: 6, value });
        expect(parseAddress(folded)).toEqual({ family: 6, value });
      }),
    );
  });
});
