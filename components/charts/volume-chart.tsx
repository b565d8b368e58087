"use client";

import dynamic from "next/dynamic";
import { formatNumber } from "#components/ui/format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { type VolumeBucket, volumeSeries, volumeSummary, volumeTotals } from "./volume.ts";

const VolumePlot = dynamic(() => import("./volume-plot.tsx").then((module) => module.VolumePlot), {
  ssr: false,
  loading: () => <ChartSkeleton height="100%" />,
});

export interface VolumeChartProps {
  /** Names the chart: "Deliveries". */
  label: string;
  /** One per step, oldest first, without gaps: a bucket in which nothing happened has zeros. */
  buckets: readonly VolumeBucket[];
  stepSeconds: number;
  /** Height of the plot in pixels. */
  height?: number;
  /** A bar was clicked (or chosen with Enter), or a span was dragged: the time it covers. */
  onSelect?: (range: { since: Date; until: Date }) => void;
  emptyText?: string;
}

/** Stacked bars: what was delivered, failed for now, and failed for good in each step of time. */
export function VolumeChart(props: VolumeChartProps) {
  const {
    label,
    buckets,
    stepSeconds,
    height = 220,
    onSelect,
    emptyText = "No deliveries in this window",
  } = props;
  const totals = volumeTotals(buckets);
  const isEmpty = totals.delivered + totals.retrying + totals.failed === 0;
  const legend = volumeSeries.map(({ key, label: name, color }) => ({
    label: name,
    color,
    value: formatNumber(totals[key], { compact: true }),
  }));
  return (
    <ChartFrame
      label={label}
      summary={volumeSummary(label, totals)}
      legend={legend}
      height={height}
      emptyText={isEmpty ? emptyText : undefined}
    >
      <VolumePlot buckets={buckets} stepSeconds={stepSeconds} onSelect={onSelect} />
    </ChartFrame>
  );
}
