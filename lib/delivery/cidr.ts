import { type Address, parseAddress } from "./address.ts";

/** A block of addresses, both ends included. */
export type Cidr = { family: 4 | 6; first: bigint; last: bigint };

export type ParsedCidr = { kind: "cidr"; cidr: Cidr } | { kind: "malformed"; reason: string };

/** Reads `10.0.0.0/8` or `fd00::/8`, or says in one sentence what is wrong with it. */
export function parseCidr(text: string): ParsedCidr {
  const [addressText = "", lengthText, ...rest] = text.trim().split("/");
  const address = parseAddress(addressText);
  if (!address || rest.length > 0) return malformed(`${text} is not an address block such as 10.0.0.0/8`);
  if (address.family === 4 && addressText.includes(":")) {
    return malformed(`${text} is an IPv4-mapped block; write it as IPv4`);
  }
  const bits = address.family === 4 ? 32 : 128;
  if (lengthText === undefined)
    return malformed(`${text} has no prefix length; one address is ${text}/${bits}`);
  const length = Number(lengthText);
  if (!/^\d{1,3}$/.test(lengthText) || length > bits) {
    return malformed(`${text} has a prefix length outside 0 to ${bits}`);
  }
  const size = 1n << BigInt(bits - length);
  if (address.value % size !== 0n) return malformed(`${text} has bits set beyond its prefix length`);
  return {
    kind: "cidr",
    cidr: { family: address.family, first: address.value, last: address.value + size - 1n },
  };
}

/** Reads a block that was validated before, at boot or in the source; throws on one that is malformed. */
export function requireCidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed.kind === "malformed") throw new Error(parsed.reason);
  return parsed.cidr;
}

/** True when the address lies in the block. */
export function isWithin(address: Address, { family, first, last }: Cidr): boolean {
  return address.family === family && address.value >= first && address.value <= last;
}

function malformed(reason: string): ParsedCidr {
  return { kind: "malformed", reason };
}
