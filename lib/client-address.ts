import { isIP } from "node:net";
import { env } from "./env.ts";

/**
 * The address a request came from, or undefined when nothing tells. Our server appends the socket's peer to
 * `X-Forwarded-For`, as a proxy does; before it, only the entries of POSTHORN_TRUST_PROXY proxies are believed.
 */
export function clientAddress(headers: Headers): string | undefined {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const address = hops.at(-1 - env().trustProxy) ?? hops[0] ?? "";
  return isIP(address) ? address : undefined;
}
