"use client";

import { Bar, BarChart, CartesianGrid, ReferenceArea, YAxis } from "recharts";
import { formatNumber } from "#components/ui/format.ts";
import { axisStyle, gridStyle, plotStyle } from "./axis-style.ts";
import { BucketTooltip } from "./bucket-tooltip.tsx";
import { TimeAxis } from "./time-axis.tsx";
import { useSpanSelection } from "./use-span-selection.ts";
import { type VolumeBucket, volumeEntries, volumeSeries } from "./volume.ts";
import type { VolumeChartProps } from "./volume-chart.tsx";

export interface VolumePlotProps {
  buckets: readonly VolumeBucket[];
  stepSeconds: number;
  onSelect: VolumeChartProps["onSelect"];
}

export function VolumePlot({ buckets, stepSeconds, onSelect }: VolumePlotProps) {
  const isEmpty = buckets.every((bucket) => bucket.delivered + bucket.retrying + bucket.failed === 0);
  const selection = useSpanSelection(buckets, stepSeconds, onSelect);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the chart, which has the focus, chooses its bar
    <div className="h-full select-none" onKeyDown={selection.onKeyDown}>
      <BarChart
        {...plotStyle}
        {...selection.chartHandlers}
        data={[...buckets]}
        barCategoryGap="18%"
        cursor={onSelect ? "pointer" : "default"}
      >
        <CartesianGrid {...gridStyle} />
        <TimeAxis buckets={buckets} stepSeconds={stepSeconds} />
        <YAxis {...axisStyle} {...countAxis} domain={[0, isEmpty ? 4 : "auto"]} />
        <BucketTooltip
          stepSeconds={stepSeconds}
          entries={volumeEntries}
          onShow={selection.remember}
          cursor={barCursor}
        />
        {volumeSeries.map(({ key, label, color }) => (
          <Bar key={key} dataKey={key} name={label} fill={color} {...barStyle} />
        ))}
        {selection.span ? (
          <ReferenceArea x1={selection.span.from} x2={selection.span.to} {...selectionStyle} />
        ) : null}
      </BarChart>
    </div>
  );
}

const countAxis = {
  width: 44,
  allowDecimals: false,
  tickCount: 4,
  interval: 0,
  tickFormatter: (value: number) => formatNumber(value, { compact: true }),
};
const barStyle = { stackId: "volume", isAnimationActive: false, maxBarSize: 28 };
const barCursor = { fill: "var(--ink)", fillOpacity: 0.05 };
const selectionStyle = { fill: "var(--brass-solid)", fillOpacity: 0.22 };
