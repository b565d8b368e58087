import { patternsOf } from "#lib/events/subscription-patterns.ts";
import type { EndpointChange, Entries, Span } from "../ledgers/journal.ts";
import type { Post } from "../ledgers/lines.ts";

/** The endpoints that must, and those that may, get an event accepted at some moment of a span. */
export type Owed = { must: Set<string>; may: Set<string> };

/**
 * Answers what the subscriptions at accept time require. Where an endpoint was changed while the event was being accepted
 * nobody can say which came first: then it may get it, and need not.
 */
export function subscriptionsOf(journal: Entries): (post: Post, accepted: Span) => Owed {
  const changes = journal.of("endpoint").toSorted((a, b) => a.from - b.from);
  const byTenant = Map.groupBy(changes, (change) => change.tenant);
  const histories = new Map(
    [...byTenant].map(([tenant, all]) => [
      tenant,
      [...Map.groupBy(all, (change) => change.endpoint).values()],
    ]),
  );
  return (post, accepted) => {
    const owed: Owed = { must: new Set(), may: new Set() };
    const patterns = patternsOf(post.type);
    for (const history of histories.get(post.tenant) ?? []) {
      const states = statesDuring(history, accepted);
      const subscribed = states.map((state) => isSubscribed(state, patterns));
      const name = history[0]?.endpoint ?? "";
      if (subscribed.includes(true)) owed.may.add(name);
      if (subscribed.every(Boolean)) owed.must.add(name);
    }
    return owed;
  };
}

/** Every state an endpoint may have been in during the span; undefined before it existed. */
function statesDuring(
  history: readonly EndpointChange[],
  { from, to }: Span,
): (EndpointChange | undefined)[] {
  const before = history.findLast((change) => change.to <= from);
  const during = history.filter((change) => change.to > from && change.from < to);
  return [before, ...during];
}

/** Disabled endpoints count: their deliveries are born canceled, to be sent again later. */
function isSubscribed(state: EndpointChange | undefined, patterns: readonly string[]): boolean {
  if (!state || state.state === "deleted") return false;
  return state.eventTypes.some((pattern) => patterns.includes(pattern));
}
