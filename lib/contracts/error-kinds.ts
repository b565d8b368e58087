/**
 * Why an attempt failed. `blocked` is our egress policy, `proxy` a fault of the operator's own forward proxy, `unknown` a
 * crash or a shortage of ours, `protocol` a receiver that hung up before it answered or did not speak HTTP.
 */
export const errorKinds = [
  "dns",
  "connect",
  "tls",
  "timeout",
  "blocked",
  "redirect",
  "http_4xx",
  "http_5xx",
  "gone",
  "throttled",
  "protocol",
  "proxy",
  "unknown",
] as const;

export type ErrorKind = (typeof errorKinds)[number];

const ownFaults: ReadonlySet<ErrorKind> = new Set(["proxy", "unknown"]);

/** True for what is no fault of the endpoint: it spends no attempt of the schedule and does not count against its health. */
export function isOwnFault(kind: ErrorKind): boolean {
  return ownFaults.has(kind);
}
