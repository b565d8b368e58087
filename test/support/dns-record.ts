import { isIPv4 } from "node:net";

export type DnsRecord = { name: string } & ({ address: string } | { alias: string });

/** One resource record without compression and with no time to live (RFC 1035 section 4.1.3; RFC 3596 for AAAA). */
export function encodeRecord(record: DnsRecord): Buffer {
  const { type, data } =
    "alias" in record ? { type: 5, data: encodeName(record.alias) } : addressData(record.address);
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(record.name), fixed, data]);
}

function encodeName(name: string): Buffer {
  const labels = name
    .split(".")
    .map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, "latin1"));
  return Buffer.concat([...labels, Buffer.of(0)]);
}

function addressData(address: string): { type: number; data: Buffer } {
  if (isIPv4(address)) return { type: 1, data: Buffer.from(address.split(".").map(Number)) };
  return { type: 28, data: Buffer.from(ipv6Groups(address).join(""), "hex") };
}

/** The eight groups of an address, each of four digits; a dotted quad at its end is two of them. */
function ipv6Groups(address: string): string[] {
  const quad = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const hex = quad ? quad.slice(1).map((part) => Number(part).toString(16).padStart(2, "0")) : [];
  const text = quad ? address.replace(quad[0], `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`) : address;
  const [head = "", tail = ""] = text.split("::");
  const [before, after] = [head, tail].map((side) => side.split(":").filter(Boolean)) as [string[], string[]];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, "0"));
}
