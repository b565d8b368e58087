import type { Context } from "../context.ts";

/** The UUID of the person who asks, or null for a key: views belong to people. */
export function personOf({ actor }: Context): string | null {
  return actor.kind === "user" ? actor.id : null;
}
