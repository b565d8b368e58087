import { percentile } from "#test/bench/measure/percentile.ts";
import { type Latency, latencies } from "../invariants/i10-latency.ts";
import type { Facts } from "../ledgers/facts.ts";

/** Milliseconds from acknowledgement to receipt at healthy endpoints. */
export type LatencyFigures = { deliveries: number; p50: number; p99: number; max: number };

export function latencyFigures(facts: Facts): { calm: LatencyFigures; troubled: LatencyFigures } {
  const { calm, troubled } = latencies(facts);
  return { calm: figuresOf(calm), troubled: figuresOf(troubled) };
}

function figuresOf(measured: readonly Latency[]): LatencyFigures {
  const ms = measured.map((latency) => latency.ms);
  const at = (share: number) => (ms.length === 0 ? 0 : Math.round(percentile(ms, share)));
  return { deliveries: ms.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
