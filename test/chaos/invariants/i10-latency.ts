import { percentile } from "#test/bench/measure/percentile.ts";
import type { Facts } from "../ledgers/facts.ts";
import { owedKey } from "../ledgers/facts.ts";
import type { Fault } from "../ledgers/journal.ts";
import { healthyParts } from "../scene/cast.ts";
import type { Invariant } from "./invariant.ts";

const calmMs = 5_000;
const crashMs = 60_000;
/** A lease runs out, the next sweep finds it, and what had waited is caught up with. */
const aftermathMs = 15_000;

/** How long an event took from its acknowledgement to a healthy endpoint, in milliseconds. */
export type Latency = { ackedAt: number; receivedAt: number; ms: number };

export const healthyLatency: Invariant = {
  name: "I10",
  promise:
    "a healthy endpoint's p99 from acknowledgement to receipt stays within 5 s, and within 60 s across a crash",
  findBroken(facts) {
    const { calm, troubled } = latencies(facts);
    return [...tooSlow("in calm", calm, calmMs), ...tooSlow("across crashes", troubled, crashMs)];
  },
};

/** Of healthy endpoints alone, apart by whether one of our own processes was in trouble in between. */
export function latencies(facts: Facts): { calm: Latency[]; troubled: Latency[] } {
  const faults = facts.journal.of("fault").filter((fault) => fault.isOurs);
  const all = healthyParts.flatMap(({ name }) => latenciesAt(facts, name));
  const { calm = [], troubled = [] } = Object.groupBy(all, (latency) =>
    faults.some((fault) => reaches(fault, latency)) ? "troubled" : "calm",
  );
  return { calm, troubled };
}

function latenciesAt({ posted, requestsOf }: Facts, endpoint: string): Latency[] {
  return posted.flatMap(({ ack }) => {
    const first = ack && requestsOf.get(owedKey(ack.eventId, endpoint))?.[0];
    if (!first) return [];
    return [{ ackedAt: ack.at, receivedAt: first.at, ms: Math.max(0, first.at - ack.at) }];
  });
}

function reaches({ from, to }: Fault, { ackedAt, receivedAt }: Latency): boolean {
  return from <= receivedAt && to + aftermathMs >= ackedAt;
}

function tooSlow(when: string, measured: readonly Latency[], limitMs: number): string[] {
  if (measured.length === 0) return [];
  const p99 = percentile(
    measured.map((latency) => latency.ms),
    0.99,
  );
  return p99 <= limitMs ? [] : [`p99 ${when} was ${Math.round(p99)} ms over ${measured.length} deliveries`];
}
