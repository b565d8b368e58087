import { type Address, embeddedIpv4 } from "./address.ts";
import { type Cidr, isWithin, requireCidr } from "./cidr.ts";

type Range = { name: string; cidr: Cidr };

const ipv4Ranges = ranges({
  "0.0.0.0/8": "this network",
  "10.0.0.0/8": "private",
  "100.64.0.0/10": "shared address space",
  "127.0.0.0/8": "loopback",
  "168.63.129.16/32": "Azure platform service",
  "169.254.0.0/16": "link local",
  "172.16.0.0/12": "private",
  "192.0.0.0/24": "protocol assignments",
  "192.0.2.0/24": "documentation",
  "192.88.99.0/24": "6to4 relay",
  "192.168.0.0/16": "private",
  "198.18.0.0/15": "benchmarking",
  "198.51.100.0/24": "documentation",
  "203.0.113.0/24": "documentation",
  "224.0.0.0/4": "multicast",
  "240.0.0.0/4": "reserved",
});

const ipv6Ranges = ranges({
  "64:ff9b::/32": "IPv4 translation",
  "::/8": "reserved, IPv4 compatible or translated",
  "100::/8": "reserved, discard",
  "2001::/23": "protocol assignments, Teredo",
  "2001:db8::/32": "documentation",
  "2002::/16": "6to4",
  "3fff::/20": "documentation",
  "fc00::/7": "unique local",
  "fe80::/10": "link local",
  "fec0::/10": "site local",
  "ff00::/8": "multicast",
});

const globalUnicast = requireCidr("2000::/3");
const wellKnownNat64 = requireCidr("64:ff9b::/96");

/**
 * Names the range that keeps an address from being a public receiver, or undefined for a public one. Ranges are those
 * of the IANA special-purpose registries, and whatever IPv6 is outside 2000::/3. A NAT64 or ISATAP address
 * inherits the verdict of the IPv4 address in it, since that is where the packets go.
 */
export function forbiddenRange(address: Address): string | undefined {
  if (address.family === 4) return nameOf(address, ipv4Ranges);
  if (isWithin(address, wellKnownNat64)) return forbiddenRange(embeddedIpv4(address.value));
  const name = nameOf(address, ipv6Ranges);
  if (name) return name;
  if (!isWithin(address, globalUnicast)) return "not global unicast";
  return isIsatap(address.value) ? forbiddenRange(embeddedIpv4(address.value)) : undefined;
}

function nameOf(address: Address, list: readonly Range[]): string | undefined {
  return list.find(({ cidr }) => isWithin(address, cidr))?.name;
}

function isIsatap(value: bigint): boolean {
  const marker = (value >> 32n) & 0xffff_ffffn;
  return marker === 0x0000_5efen || marker === 0x0200_5efen;
}

function ranges(table: Record<string, string>): Range[] {
  return Object.entries(table).map(([text, name]) => ({ name, cidr: requireCidr(text) }));
}
