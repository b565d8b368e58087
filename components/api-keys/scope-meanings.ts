import type { Scope } from "#lib/contracts/permissions.ts";

/** One line for each scope, shown wherever one is chosen. */
export const scopeMeanings: Record<Scope, string> = {
  "events:write": "Posts events, and nothing else",
  read: "Reads everything but secrets",
  manage: "Manages endpoints, secrets, applications, event types and keys, and resends deliveries",
};
