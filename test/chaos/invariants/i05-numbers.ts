import type { Invariant } from "./invariant.ts";

export const gaplessNumbers: Invariant = {
  name: "I5",
  promise: "attempt numbers of a delivery are unique and gapless",
  findBroken: ({ deliveries, attempts }) =>
    deliveries.flatMap(({ id, eventId, attemptCount }) => {
      const numbers = (attempts.get(id) ?? []).map((attempt) => attempt.number);
      const isGapless = numbers.every((number, place) => number === place + 1);
      if (isGapless && numbers.length === attemptCount) return [];
      return [
        `delivery ${id} of ${eventId} has counted ${attemptCount} attempts and has rows ${numbers.join(", ")}`,
      ];
    }),
};
