import { percentile } from "#test/bench/measure/percentile.ts";
import { type Latency, latencies } from "../invariants/i10-latency.ts";
import type { Facts } from "../ledgers/facts.ts";
import type { Fault } from "../ledgers/journal.ts";

/** Recovery: milliseconds from the blow until all that was acknowledged by its end had reached the healthy endpoints. */
export type FaultFigures = {
  name: string;
  struck: number;
  kills: number;
  recoveryP50: number;
  recoveryMax: number;
};

export function faultFigures(facts: Facts): FaultFigures[] {
  const { calm, troubled } = latencies(facts);
  const received = [...calm, ...troubled];
  const byName = Map.groupBy(facts.journal.of("fault"), (fault) => fault.name);
  return [...byName].map(([name, faults]) => {
    const recoveries = faults.map((fault) => recoveryMs(fault, received));
    return {
      name,
      struck: faults.length,
      kills: faults.reduce((sum, fault) => sum + fault.kills, 0),
      recoveryP50: Math.round(percentile(recoveries, 0.5)),
      recoveryMax: Math.round(percentile(recoveries, 1)),
    };
  });
}

function recoveryMs({ from, to }: Fault, received: readonly Latency[]): number {
  const concerned = received.filter((latency) => latency.ackedAt <= to && latency.receivedAt >= from);
  const last = concerned.reduce((latest, latency) => Math.max(latest, latency.receivedAt), to);
  return last - from;
}
