import { isIPv4, isIPv6 } from "node:net";

/** An IP address as an integer of 32 or 128 bits. */
export type Address = { family: 4 | 6; value: bigint };

const mappedPrefix = 0xffffn;

/**
 * Reads the text form of an IP address, without brackets; undefined for anything else, a zone id included.
 * An IPv4-mapped IPv6 address (::ffff:a.b.c.d) is read as the IPv4 address that the kernel would connect to.
 */
export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return { family: 4, value: ipv4Value(text) };
  if (!isIPv6(text) || text.includes("%")) return undefined;
  const value = ipv6Value(text);
  return value >> 32n === mappedPrefix ? embeddedIpv4(value) : { family: 6, value };
}

/** The IPv4 address in the low 32 bits of an IPv6 address. */
export function embeddedIpv4(value: bigint): Address {
  return { family: 4, value: value & 0xffff_ffffn };
}

function ipv4Value(text: string): bigint {
  return text.split(".").reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Value(text: string): bigint {
  const [head = "", tail] = withoutDottedQuad(text).split("::");
  const before = groups(head);
  const after = groups(tail ?? "");
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const all = [...before, ...zeros, ...after];
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function withoutDottedQuad(text: string): string {
  const start = text.lastIndexOf(":") + 1;
  const quad = text.slice(start);
  if (!quad.includes(".")) return text;
  const value = ipv4Value(quad);
  return `${text.slice(0, start)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function groups(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
