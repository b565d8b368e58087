import { owedKey } from "../ledgers/facts.ts";
import type { EndpointChange } from "../ledgers/journal.ts";
import { clockTime, type Invariant } from "./invariant.ts";

const afterMs = 5_000;

export const closedMeansClosed: Invariant = {
  name: "I9",
  promise:
    "no request starts more than 5 s after the deletion or disabling of its endpoint was acknowledged; what was canceled can be sent again",
  findBroken(facts) {
    const requestsAt = Map.groupBy(facts.requests, (request) => request.endpoint);
    const late = closedSpans(facts.journal.of("endpoint")).flatMap(({ endpoint, state, from, to }) =>
      (requestsAt.get(endpoint) ?? [])
        .filter((request) => request.at > from + afterMs && request.at < to)
        .map(
          ({ serial, at }) =>
            `${endpoint} was ${state} at ${clockTime(from)}, request ${serial} came at ${clockTime(at)}`,
        ),
    );
    const unrecovered = facts.journal.of("resend").filter(({ isRecovery, eventId, endpointId }) => {
      const endpoint = facts.endpointNames.get(endpointId ?? "") ?? "";
      const requests = facts.requestsOf.get(owedKey(eventId ?? "", endpoint)) ?? [];
      return isRecovery && !requests.some((request) => request.status === 200);
    });
    return [
      ...late,
      ...unrecovered.map(
        ({ eventId, endpointId }) => `${eventId} was canceled and sent again to ${endpointId}, in vain`,
      ),
    ];
  },
};

/** From each acknowledged closing until the endpoint may have been opened again. */
function closedSpans(changes: readonly EndpointChange[]) {
  return [...Map.groupBy(changes, (change) => change.endpoint).values()].flatMap((history) =>
    history.flatMap((change, place) => {
      const wasOpen = (history[place - 1]?.state ?? "open") === "open";
      if (change.state === "open" || !wasOpen) return [];
      const opened = history.slice(place + 1).find((later) => later.state === "open");
      const { endpoint, state } = change;
      return [{ endpoint, state, from: change.to, to: opened?.from ?? Number.POSITIVE_INFINITY }];
    }),
  );
}
