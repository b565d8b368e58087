import type { Facts, Request } from "../ledgers/facts.ts";
import type { Resend } from "../ledgers/journal.ts";

/** A request after one that was answered 2xx, which nobody had asked for. */
export type Duplicate = { first: Request; again: Request };

export function findDuplicates({ requestsOf, journal, endpointNames }: Facts): Duplicate[] {
  const resends = Map.groupBy(journal.of("resend"), (resend) => resend.eventId);
  return [...requestsOf.values()].flatMap((requests) => {
    const [some] = requests;
    if (!some || requests.length === 1) return [];
    const asked = [...(resends.get(some.webhookId) ?? []), ...(resends.get(undefined) ?? [])].filter(
      ({ endpointId }) => endpointId === undefined || endpointNames.get(endpointId) === some.endpoint,
    );
    return duplicatesIn(requests, asked);
  });
}

/**
 * Each resend by hand makes the delivery owed anew, until it is answered 2xx again. What comes while one is still being
 * asked for may be its own or that of an earlier one, held up on the way: such a resend is not used up yet.
 */
function duplicatesIn(requests: readonly Request[], resends: readonly Resend[]): Duplicate[] {
  const duplicates: Duplicate[] = [];
  let unused = [...resends];
  let first: Request | undefined;
  for (const request of requests) {
    if (first && unused.some((resend) => resend.from <= request.at)) {
      unused = unused.filter((resend) => resend.to > request.at);
      first = undefined;
    }
    if (first) duplicates.push({ first, again: request });
    else if (request.status === 200) first = request;
  }
  return duplicates;
}
