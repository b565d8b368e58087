import { formatNumber } from "#components/ui/format.ts";
import type { LegendEntry } from "./chart-legend.tsx";

export interface VolumeBucket {
  /** RFC 3339, the start of the step. */
  start: string;
  delivered: number;
  /** Attempts that failed and will be tried again. */
  retrying: number;
  failed: number;
}

export type VolumeTotals = Omit<VolumeBucket, "start">;

/** Bottom to top: what is well lies low, what is wrong lies on top where it shows. */
export const volumeSeries = [
  { key: "delivered", label: "Delivered", color: "var(--delivered-solid)" },
  { key: "retrying", label: "Retrying", color: "var(--retrying-solid)" },
  { key: "failed", label: "Failed", color: "var(--failed-solid)" },
] as const;

export function volumeTotals(buckets: readonly VolumeBucket[]): VolumeTotals {
  const totals = { delivered: 0, retrying: 0, failed: 0 };
  for (const bucket of buckets) {
    totals.delivered += bucket.delivered;
    totals.retrying += bucket.retrying;
    totals.failed += bucket.failed;
  }
  return totals;
}

/** The chart in one sentence. */
export function volumeSummary(label: string, { delivered, retrying, failed }: VolumeTotals): string {
  return `${label}: ${formatNumber(delivered)} delivered, ${formatNumber(retrying)} retrying, ${formatNumber(failed)} failed.`;
}

/** One bucket as the lines of a tooltip, in the order in which the bars are stacked. */
export function volumeEntries(bucket: VolumeBucket): LegendEntry[] {
  return volumeSeries
    .map(({ key, label, color }) => ({ label, color, value: formatNumber(bucket[key]) }))
    .reverse();
}
