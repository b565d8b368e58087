import type { Facts } from "../ledgers/facts.ts";
import type { Fault } from "../ledgers/journal.ts";
import { healthyParts } from "../scene/cast.ts";
import { clockTime, type Invariant } from "./invariant.ts";

const withinMs = 10_000;

export const quickRecovery: Invariant = {
  name: "recovery",
  promise: "both processes accept and deliver again at most 10 s after Postgres is back",
  findBroken(facts) {
    const outages = facts.journal
      .of("fault")
      .filter(({ name }) => /Postgres|full disk/.test(name) && !/black/.test(name));
    return outages.flatMap((outage) => {
      const waits = { accepted: firstAckAfter(facts, outage), delivered: firstReceiptAfter(facts, outage) };
      return Object.entries(waits)
        .filter(([, at]) => at === undefined || at > outage.to + withinMs)
        .map(
          ([what, at]) =>
            `nothing was ${what} from ${clockTime(outage.to)} to ${at ? clockTime(at) : "the end"}`,
        );
    });
  },
};

function firstAckAfter({ posted }: Facts, { to }: Fault): number | undefined {
  const later = posted.flatMap(({ ack }) => (ack && ack.at >= to ? [ack.at] : []));
  return later.length === 0 ? undefined : Math.min(...later);
}

function firstReceiptAfter({ requests }: Facts, { to }: Fault): number | undefined {
  const healthy = new Set(healthyParts.map((part) => part.name));
  return requests.find((request) => request.at >= to && healthy.has(request.endpoint))?.at;
}
