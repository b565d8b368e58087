"use client";

import dynamic from "next/dynamic";
import { formatNumber } from "#components/ui/format.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { ChartSkeleton } from "./chart-skeleton.tsx";

const HistogramPlot = dynamic(() => import("./histogram-plot.tsx").then((module) => module.HistogramPlot), {
  ssr: false,
  loading: () => <ChartSkeleton height="100%" />,
});

export interface HistogramBucket {
  /** RFC 3339, the start of the step. */
  start: string;
  counts: Readonly<Record<string, number>>;
  /** There are more than were counted. */
  isCut: boolean;
}

export interface HistogramChartProps {
  /** Names the chart: "Deliveries over time". */
  label: string;
  /** One per step, oldest first, without gaps. */
  buckets: readonly HistogramBucket[];
  /** Bottom to top; `color` is a CSS colour. */
  series: readonly { key: string; label: string; color: string }[];
  stepSeconds: number;
  /** A bar was clicked (or chosen with Enter), or a span was dragged: the time it covers. */
  onSelect: (range: { since: Date; until: Date }) => void;
  emptyText: string;
}

export const histogramHeight = 84;

/** A low strip of stacked bars over a log: where in its window the rows lie. */
export function HistogramChart(props: HistogramChartProps) {
  const { label, buckets, series, emptyText } = props;
  const isCut = buckets.some((bucket) => bucket.isCut);
  const legend = series.map(({ key, label: name, color }) => {
    const total = buckets.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0);
    return {
      label: name,
      color,
      total,
      value: `${formatNumber(total, { compact: true })}${isCut ? "+" : ""}`,
    };
  });
  const isEmpty = legend.every(({ total }) => total === 0);
  const words = legend.map(({ total, label: name }) => `${formatNumber(total)} ${name.toLowerCase()}`);
  return (
    <ChartFrame
      label={label}
      summary={`${label}: ${isCut ? "at least " : ""}${words.join(", ")}. Arrow keys move between bars, Enter zooms in.`}
      legend={legend}
      height={histogramHeight}
      emptyText={isEmpty ? emptyText : undefined}
    >
      <HistogramPlot {...props} />
    </ChartFrame>
  );
}
