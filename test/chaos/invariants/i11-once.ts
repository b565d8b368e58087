import type { Facts, Posted } from "../ledgers/facts.ts";
import type { Invariant } from "./invariant.ts";

export const onceOrNever: Invariant = {
  name: "I11",
  promise:
    "a POST that was not acknowledged sends nothing, unless its repetition under the same identity is acknowledged: then exactly one event",
  findBroken(facts) {
    const stored = Map.groupBy(
      facts.events.filter((event) => event.key !== undefined),
      (event) => event.key ?? "",
    );
    const known = new Set(facts.posted.map(({ post }) => post.key));
    const ids = new Set(facts.events.map((event) => event.id));
    return [
      ...facts.posted.flatMap((posted) =>
        faultsOf(
          posted,
          (stored.get(posted.post.key) ?? []).map((event) => event.id),
        ).map((fault) => `${posted.post.key} ${fault}`),
      ),
      ...[...stored.keys()]
        .filter((key) => !known.has(key))
        .map((key) => `${key} was stored and never posted`),
      ...strangers(facts, ids).map((id) => `${id} was sent and never stored`),
    ];
  },
};

function faultsOf({ post, ack, refused }: Posted, events: readonly string[]): string[] {
  if (ack) {
    if (events.length === 1 && events[0] === ack.eventId) return [];
    return [`was acknowledged as ${ack.eventId} and is stored as ${events.join(", ") || "nothing"}`];
  }
  if (refused === undefined) return ["was never answered for good"];
  if (post.form !== "invalid") return [`was refused with ${refused}`];
  return events.length === 0 ? [] : [`was refused with ${refused} and is stored as ${events.join(", ")}`];
}

/** Events on their way that no table knows; those of the pile and from before retention have no row here. */
function strangers({ requests, journal }: Facts, ids: ReadonlySet<string>): string[] {
  const old = new Set(journal.of("old").flatMap((entry) => entry.eventIds));
  const unknown = requests.filter(
    ({ endpoint, webhookId }) => endpoint !== "pile-0" && !ids.has(webhookId) && !old.has(webhookId),
  );
  return [...new Set(unknown.map((request) => request.webhookId))];
}
