import type { Attempt } from "#lib/contracts/deliveries.ts";

export interface Signature {
  /** The `webhook-id`. */
  id: string;
  /** The `webhook-timestamp`: Unix seconds, as text. */
  timestamp: string;
  /** One `v1,…` item for each secret that signed. */
  items: string[];
}

/** What an attempt was signed with; null where its headers were not recorded. */
export function signatureOf({ request }: Pick<Attempt, "request">): Signature | null {
  const headers = new Map(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const items = headers.get("webhook-signature")?.split(" ");
  return id && timestamp && items ? { id, timestamp, items } : null;
}
