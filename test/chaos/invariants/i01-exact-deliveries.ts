import type { Facts, Posted } from "../ledgers/facts.ts";
import { clockTime, type Invariant } from "./invariant.ts";
import { type Owed, subscriptionsOf } from "./subscriptions.ts";

export const exactDeliveries: Invariant = {
  name: "I1",
  promise:
    "every acknowledged event exists and has exactly the deliveries that the subscriptions at accept time require",
  findBroken(facts) {
    const owedTo = subscriptionsOf(facts.journal);
    const stored = new Set(facts.events.map((event) => event.id));
    const endpointsOf = Map.groupBy(facts.deliveries, (delivery) => delivery.eventId);
    return facts.posted.flatMap((posted) => {
      if (!posted.ack) return [];
      const { eventId, at } = posted.ack;
      if (!stored.has(eventId)) return [`${describe(posted)} does not exist`];
      const owed = owedTo(posted.post, { from: posted.intentAt, to: at });
      const names = (endpointsOf.get(eventId) ?? []).map((delivery) => nameOf(facts, delivery.endpointId));
      return differences(names, owed).map((difference) => `${describe(posted)} ${difference}`);
    });
  },
};

function differences(names: readonly string[], { must, may }: Owed): string[] {
  const missing = [...must].filter((name) => !names.includes(name));
  const surplus = names.filter((name) => !may.has(name));
  const repeated = names.filter((name, place) => names.indexOf(name) !== place);
  return [
    ...missing.map((name) => `has no delivery to ${name}`),
    ...surplus.map((name) => `has a delivery to ${name}, which had not subscribed`),
    ...repeated.map((name) => `has two deliveries to ${name}`),
  ];
}

function describe({ post, ack }: Posted): string {
  return `${ack?.eventId} (${post.key}, acknowledged ${clockTime(ack?.at ?? 0)})`;
}

function nameOf({ endpointNames }: Facts, endpointId: string): string {
  return endpointNames.get(endpointId) ?? endpointId;
}
