/**
 * Why an attempt failed. `blocked` is our egress policy, `unknown` a crash or a shortage of ours,
 * `protocol` a receiver that hung up before it answered or did not speak HTTP.
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
  "unknown",
] as const;

export type ErrorKind = (typeof errorKinds)[number];
