import { owedKey } from "../ledgers/facts.ts";
import type { Invariant } from "./invariant.ts";

export const deliveredMeansReceived: Invariant = {
  name: "I3",
  promise:
    "delivered means that the receiver logged at least one request with that webhook-id which it answered 2xx",
  findBroken: ({ deliveries, endpointNames, requestsOf }) =>
    deliveries.flatMap(({ id, eventId, endpointId, status }) => {
      const endpoint = endpointNames.get(endpointId) ?? "";
      const requests = requestsOf.get(owedKey(eventId, endpoint)) ?? [];
      if (status !== "delivered" || requests.some((request) => request.status === 200)) return [];
      return [
        `delivery ${id} of ${eventId} to ${endpoint} is delivered, the receiver answered none of ${requests.length} requests`,
      ];
    }),
};
