import type { ErrorKind } from "#lib/contracts/error-kinds.ts";

/** Why attempts fail, in two or three words. */
export const errorKindNames: Record<ErrorKind, string> = {
  dns: "Name not found",
  connect: "No connection",
  tls: "TLS failed",
  timeout: "Timed out",
  blocked: "Blocked by policy",
  redirect: "Redirect",
  http_4xx: "Refused (4xx)",
  http_5xx: "Server error (5xx)",
  gone: "Gone (410)",
  throttled: "Throttled (429)",
  protocol: "Broken answer",
  proxy: "Proxy failed",
  unknown: "Fault of Posthorn",
};
