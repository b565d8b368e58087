import type { QueryKey } from "@tanstack/react-query";
import type { StreamMessage } from "../../contracts/stream.ts";
import type { Resource } from "../keys.ts";

export type Changed = Extract<StreamMessage, { type: "changed" }>;

/** Read at once, or with patience: charts are rolled up a moment later, cost more, and nobody waits for them. */
export type Haste = "now" | "soon";

/** How soon a query (of `keyOf`) is to be read again after this change; undefined when it is none of its business. */
export function concerns([, resource, shape, subject]: QueryKey, changed: Changed): Haste | undefined {
  const { kind } = changed;
  switch (resource as Resource) {
    case "deliveries":
      if (kind !== "delivery") return undefined;
      if (shape === "histogram") return "soon";
      return (shape === "one" ? isNamed(changed.ids, subject) : isOfEndpoint(changed, subject))
        ? "now"
        : undefined;
    case "events":
      if (shape === "histogram") return kind === "event" || kind === "delivery" ? "soon" : undefined;
      if (kind === "delivery") return "now";
      return kind === "event" && (shape !== "one" || isNamed(changed.ids, subject)) ? "now" : undefined;
    case "endpoints":
      if (kind === "endpoint") return shape !== "one" || isNamed(changed.ids, subject) ? "now" : undefined;
      // Its health is made of how its deliveries fare.
      return kind === "delivery" && (shape !== "one" || isNamed(changed.endpoints, subject))
        ? "soon"
        : undefined;
    case "replays":
      return kind === "replay" && (shape !== "one" || isNamed(changed.ids, subject)) ? "now" : undefined;
    case "stats":
      return kind === "delivery" ? "soon" : undefined;
    default:
      return undefined;
  }
}

/** Without a list anything may be meant. */
function isNamed(ids: readonly string[] | null, id: unknown): boolean {
  return ids === null || ids.includes(id as string);
}

function isOfEndpoint({ endpoints }: Changed, filter: unknown): boolean {
  const { endpoint } = (filter ?? {}) as { endpoint?: string };
  return endpoint === undefined || isNamed(endpoints, endpoint);
}
