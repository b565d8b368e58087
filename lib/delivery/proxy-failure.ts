import type { IncomingHttpHeaders } from "node:http";
import type { SendError } from "./send-result.ts";
import { connectFailure } from "./transport-failure.ts";

/** What a proxy answered to CONNECT. */
export type ProxyAnswer = { status: number; headers: IncomingHttpHeaders };

/** All a tenant is told about the operator's proxy; the reason is for the operator's logs. */
const proxyMessage = "Posthorn could not send through its own proxy; the receiver was not asked";

/** The proxy could not be reached, or ended or kept silent before it answered. */
export function proxyFailure(error: unknown): SendError {
  const text = error instanceof Error ? codeOf(error) : String(error);
  return { kind: "proxy", message: proxyMessage, reason: `egress proxy: ${text}` };
}

/**
 * What a proxy's answer to CONNECT means: undefined for an open tunnel. Where the proxy names the target as the cause, by
 * Proxy-Status (RFC 9209) or as Squid does, the target did not let us in; any other refusal is a fault of the proxy.
 */
export function refusalFailure({ status, headers }: ProxyAnswer, target: string): SendError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const cause = causeOf(headers);
  if (cause) return connectFailure(Object.assign(new Error(cause), { code: cause }), target);
  return { kind: "proxy", message: proxyMessage, reason: `egress proxy: answered CONNECT with ${status}` };
}

const causes = new Map([
  ["connection_refused", "ECONNREFUSED"],
  ["connection_terminated", "ECONNRESET"],
  ["connection_timeout", "ETIMEDOUT"],
  ["destination_ip_unroutable", "ENETUNREACH"],
  ["destination_unavailable", "EHOSTUNREACH"],
]);

/** Squid gives the number of the error, as Linux counts them. */
const squidCauses = new Map([
  ["101", "ENETUNREACH"],
  ["104", "ECONNRESET"],
  ["110", "ETIMEDOUT"],
  ["111", "ECONNREFUSED"],
  ["113", "EHOSTUNREACH"],
]);

function causeOf(headers: IncomingHttpHeaders): string | undefined {
  const named = /;\s*error=([a-z_]+)/.exec(String(headers["proxy-status"] ?? ""))?.[1];
  const numbered = /^ERR_CONNECT_FAIL (\d+)/.exec(String(headers["x-squid-error"] ?? ""))?.[1];
  return causes.get(named ?? "") ?? squidCauses.get(numbered ?? "");
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : error.message;
}
