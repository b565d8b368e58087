import { type Facts, owedKey } from "../ledgers/facts.ts";
import type { Invariant } from "./invariant.ts";

export const everyRequestRecorded: Invariant = {
  name: "I4",
  promise: "every request the receiver logged has an attempt row, unknown where a crash swallowed its answer",
  findBroken(facts) {
    const recorded = attemptsByOwed(facts);
    const old = new Set(facts.journal.of("old").flatMap((entry) => entry.eventIds));
    return [...facts.requestsOf].flatMap(([key, requests]) => {
      const attempts = recorded.get(key);
      if (!attempts)
        return old.has(key.split(" ")[0] ?? "") ? [] : [`${key}: ${requests.length} requests, no delivery`];
      const answered = requests.filter((request) => request.status === 200).length;
      const known = attempts.filter((attempt) => attempt.responseStatus === 200).length;
      const silent = attempts.filter((attempt) => attempt.responseStatus === null).length;
      if (requests.length > attempts.length)
        return [`${key}: ${requests.length} requests, ${attempts.length} attempts`];
      return answered > known + silent
        ? [`${key}: ${answered} requests answered 200, ${known} attempts say so and ${silent} say nothing`]
        : [];
    });
  },
};

function attemptsByOwed({ deliveries, endpointNames, attempts }: Facts) {
  return new Map(
    deliveries.map(({ id, eventId, endpointId }) => [
      owedKey(eventId, endpointNames.get(endpointId) ?? ""),
      attempts.get(id) ?? [],
    ]),
  );
}
