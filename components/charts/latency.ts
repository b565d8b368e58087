import { formatDuration } from "#components/ui/format.ts";
import type { LegendEntry } from "./chart-legend.tsx";

/** Milliseconds; null where nothing was measured. */
export interface Latency {
  p50: number | null;
  p95: number | null;
}

export interface LatencyBucket extends Latency {
  /** RFC 3339, the start of the step. */
  start: string;
}

export const latencySeries = [
  { key: "p50", label: "p50", color: "var(--ink)", line: "solid" },
  { key: "p95", label: "p95", color: "var(--brass-solid)", line: "dashed" },
] as const;

/** One bucket as the lines of a tooltip. */
export function latencyEntries(bucket: LatencyBucket): LegendEntry[] {
  return latencySeries.map(({ key, label, color }) => {
    const value = bucket[key];
    return { label, color, value: value === null ? "no data" : formatDuration(value) };
  });
}
