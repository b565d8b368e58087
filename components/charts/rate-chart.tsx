"use client";

import dynamic from "next/dynamic";
import { formatPercent } from "#components/ui/format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";

const RatePlot = dynamic(() => import("./rate-plot.tsx").then((module) => module.RatePlot), {
  ssr: false,
  loading: () => <ChartSkeleton height="100%" />,
});

export interface RateBucket {
  /** RFC 3339, the start of the step. */
  start: string;
  /** A share between 0 and 1; null where there was nothing to count, which leaves a gap. */
  rate: number | null;
}

export interface RateChartProps {
  /** Names the chart: "Success rate". */
  label: string;
  buckets: readonly RateBucket[];
  stepSeconds: number;
  /** The share over the whole window, for the legend; null when there was nothing. */
  overall: number | null;
  height?: number;
  emptyText?: string;
}

/** One line between 0 and 100 %. */
export function RateChart(props: RateChartProps) {
  const {
    label,
    buckets,
    stepSeconds,
    overall,
    height = 180,
    emptyText = "Nothing was sent in this window",
  } = props;
  const value = overall === null ? undefined : formatPercent(overall);
  return (
    <ChartFrame
      label={label}
      summary={value ? `${label}: ${value} over the window.` : `${label}: nothing was sent.`}
      legend={[{ label, color: "var(--delivered-solid)", line: "solid", ...(value ? { value } : {}) }]}
      height={height}
      emptyText={value ? undefined : emptyText}
    >
      <RatePlot label={label} buckets={buckets} stepSeconds={stepSeconds} />
    </ChartFrame>
  );
}
