import type { Facts, Request } from "../ledgers/facts.ts";
import { clockTime, type Invariant } from "./invariant.ts";

export const noHerd: Invariant = {
  name: "herd",
  promise:
    "an endpoint never has more requests open than it allows, also when it comes back; those of a stopped sender aside",
  findBroken(facts) {
    const allowed = new Map(
      facts.journal.of("endpoint").map(({ endpoint, maxInFlight }) => [endpoint, maxInFlight]),
    );
    return [...Map.groupBy(facts.requests, (request) => request.endpoint)].flatMap(([endpoint, requests]) => {
      const { open, at } = mostOpen(requests.filter((request) => !mayBeLeftOver(facts, request)));
      const limit = allowed.get(endpoint) ?? 0;
      return open > limit
        ? [`${endpoint} had ${open} requests open at ${clockTime(at)}, where ${limit} are allowed`]
        : [];
    });
  },
};

function mayBeLeftOver({ journal }: Facts, { at, endedAt }: Request): boolean {
  return journal.of("fault").some((fault) => fault.isStandstill && fault.from <= endedAt && fault.to >= at);
}

function mostOpen(requests: readonly Request[]): { open: number; at: number } {
  const steps = requests
    .flatMap(({ at, endedAt }) => [
      { at, change: 1 },
      { at: endedAt, change: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.change - b.change);
  let open = 0;
  let most = { open: 0, at: 0 };
  for (const { at, change } of steps) {
    open += change;
    if (open > most.open) most = { open, at };
  }
  return most;
}
