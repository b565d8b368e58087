"use client";

import { Bar, BarChart, ReferenceArea, YAxis } from "recharts";
import { formatNumber } from "#components/ui/format.ts";
import { plotStyle } from "./axis-style.ts";
import { BucketTooltip } from "./bucket-tooltip.tsx";
import type { HistogramBucket, HistogramChartProps } from "./histogram-chart.tsx";
import { TimeAxis } from "./time-axis.tsx";
import { useSpanSelection } from "./use-span-selection.ts";

export type HistogramPlotProps = Pick<HistogramChartProps, "buckets" | "series" | "stepSeconds" | "onSelect">;

export function HistogramPlot({ buckets, series, stepSeconds, onSelect }: HistogramPlotProps) {
  const selection = useSpanSelection(buckets, stepSeconds, onSelect);
  const entriesOf = ({ counts, isCut }: HistogramBucket) => {
    const counted = series.filter(({ key }) => counts[key]);
    // Where there is nothing at all, it says zero.
    return (counted.length > 0 ? counted : series)
      .map(({ key, label, color }) => ({
        label,
        color,
        value: `${formatNumber(counts[key] ?? 0)}${isCut ? " or more" : ""}`,
      }))
      .reverse();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the chart, which has the focus, chooses its bar
    <div className="h-full select-none" onKeyDown={selection.onKeyDown}>
      <BarChart
        {...plotStyle}
        {...selection.chartHandlers}
        data={[...buckets]}
        barCategoryGap="12%"
        cursor="pointer"
      >
        <TimeAxis buckets={buckets} stepSeconds={stepSeconds} />
        <YAxis hide />
        <BucketTooltip
          stepSeconds={stepSeconds}
          entries={entriesOf}
          onShow={selection.remember}
          cursor={barCursor}
        />
        {series.map(({ key, label, color }) => (
          <Bar key={key} dataKey={`counts.${key}`} name={label} fill={color} {...barStyle} />
        ))}
        {selection.span ? (
          <ReferenceArea x1={selection.span.from} x2={selection.span.to} {...selectionStyle} />
        ) : null}
      </BarChart>
    </div>
  );
}

const barStyle = { stackId: "histogram", isAnimationActive: false };
const barCursor = { fill: "var(--ink)", fillOpacity: 0.05 };
const selectionStyle = { fill: "var(--brass-solid)", fillOpacity: 0.22 };
