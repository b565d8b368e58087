import { isRefusedHeader } from "#lib/contracts/custom-headers.ts";
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
