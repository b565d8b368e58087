import type { EgressPolicy } from "./delivery/guard.ts";
import { env } from "./env.ts";

/** Where Posthorn may send, from the environment; the same for create, update, test and delivery. */
export function egressPolicy(): EgressPolicy {
  const { allowHttp, egressAllow, egressPorts } = env();
  return { allowHttp, allowCidrs: egressAllow, ports: egressPorts, inboxes: inboxAddress() };
}

/** What the URL of every test inbox begins with. */
export function inboxAddress(): string {
  return new URL("/inbox/", env().url).href;
}
