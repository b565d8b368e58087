"use client";

import dynamic from "next/dynamic";
import { formatDuration } from "#components/ui/format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { type Latency, type LatencyBucket, latencySeries } from "./latency.ts";

const LatencyPlot = dynamic(() => import("./latency-plot.tsx").then((module) => module.LatencyPlot), {
  ssr: false,
  loading: () => <ChartSkeleton height="100%" />,
});

export interface LatencyChartProps {
  /** Names the chart: "Response time". */
  label: string;
  /** One per step, oldest first; null where nothing was measured, which leaves a gap in the line. */
  buckets: readonly LatencyBucket[];
  stepSeconds: number;
  /** Over the whole window, for the legend. */
  overall: Latency;
  height?: number;
  emptyText?: string;
}

/** Two lines: the time half of the answers stay under, and the time 95 % stay under. */
export function LatencyChart(props: LatencyChartProps) {
  const {
    label,
    buckets,
    stepSeconds,
    overall,
    height = 180,
    emptyText = "No answers in this window",
  } = props;
  const legend = latencySeries.map(({ key, label: name, color, line }) => {
    const value = overall[key];
    return { label: name, color, line, ...(value === null ? {} : { value: formatDuration(value) }) };
  });
  const isEmpty = legend.every((entry) => !("value" in entry));
  const summary = isEmpty
    ? `${label}: nothing measured.`
    : `${label} over the window: ${legend.map((entry) => `${entry.label} ${entry.value ?? "unknown"}`).join(", ")}.`;
  return (
    <ChartFrame
      label={label}
      summary={summary}
      legend={legend}
      height={height}
      emptyText={isEmpty ? emptyText : undefined}
    >
      <LatencyPlot buckets={buckets} stepSeconds={stepSeconds} />
    </ChartFrame>
  );
}
