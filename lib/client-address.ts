import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { parseAddress } from "./delivery/address.ts";
import { isWithin } from "./delivery/cidr.ts";
import { env } from "./env.ts";

/**
 * The address a request came from, or undefined when nothing tells. `X-Forwarded-For` is read from its end, as far as the
 * hops are those of POSTHORN_TRUSTED_PROXIES: what stands before is what a client says of itself.
 */
export function clientAddress(headers: Headers): string | undefined {
  const { trustedProxies } = env();
  // Without our server in front nobody vouches for the last hop, unless there is always a proxy.
  if (!processGlobals.posthornNotesPeers && trustedProxies.length === 0) return undefined;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const address = hops.findLast((hop) => !isTrusted(hop)) ?? hops[0] ?? "";
  return isIP(address) ? address.replace(/^::ffff:(?=\d+\.)/i, "") : undefined;
}

/** Appends the peer of a connection to `X-Forwarded-For`, as a proxy does, for Next and the API alike (the latter reads the raw headers). */
export function notePeer({ headers, rawHeaders, socket }: IncomingMessage): void {
  processGlobals.posthornNotesPeers = true;
  const peer = socket.remoteAddress ?? "unknown";
  const given = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = given === undefined ? peer : `${given}, ${peer}`;
  rawHeaders.push("X-Forwarded-For", peer);
}

/** The network that one subscriber has: an IPv4 address, or the /64 of an IPv6 address, whose rest anybody may choose. */
export function networkOf(address: string): string {
  const parsed = parseAddress(address);
  return parsed?.family === 6 ? `${(parsed.value >> 64n).toString(16)}/64` : address;
}

// Next bundles its own copy of this module beside the one server.ts imports.
const processGlobals = globalThis as { posthornNotesPeers?: true };

function isTrusted(hop: string): boolean {
  const { trustedProxies } = env();
  if (trustedProxies.length === 0) return false;
  const address = parseAddress(hop);
  return address !== undefined && trustedProxies.some((network) => isWithin(address, network));
}
