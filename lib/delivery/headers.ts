import { isRefusedHeader, maskedHeader } from "#lib/contracts/custom-headers.ts";
import { type SignedContent, signatureHeader } from "./sign.ts";

export type DeliveryHeaders = SignedContent & { version: string; custom: Readonly<Record<string, string>> };

/**
 * Every header of one attempt, names in lower case. A custom header may replace `user-agent`;
 * one that is ours or the connection's is left out, whatever was stored.
 */
export function deliveryHeaders({ version, custom, ...signed }: DeliveryHeaders): Record<string, string> {
  const extra = Object.entries(custom).filter(([name]) => !isRefusedHeader(name));
  return Object.fromEntries([
    ["user-agent", `Posthorn/${version}`],
    ...extra.map(([name, value]) => [name.toLowerCase(), value]),
    ["content-type", "application/json"],
    ["webhook-id", signed.id],
    ["webhook-timestamp", String(signed.timestampSeconds)],
    ["webhook-signature", signatureHeader(signed)],
  ]);
}

/** Headers in order, as the log keeps them: the values of custom ones are secrets and masked. */
export function maskHeaders(
  headers: Readonly<Record<string, string>>,
  custom: Readonly<Record<string, string>>,
): [string, string][] {
  const secret = new Set(Object.keys(custom).map((name) => name.toLowerCase()));
  return Object.entries(headers).map(([name, value]) => [name, secret.has(name) ? maskedHeader : value]);
}
