"use client";

import { Bar, BarChart, CartesianGrid, ReferenceArea, Tooltip, XAxis, YAxis } from "recharts";
import { formatNumber } from "#components/ui/format.ts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { axisStyle, gridStyle, plotMargin } from "./axis-style.ts";
import { axisTime } from "./time-axis.ts";
import { useSpanSelection } from "./use-span-selection.ts";
import { type VolumeBucket, volumeSeries } from "./volume.ts";
import type { VolumeChartProps } from "./volume-chart.tsx";
import { VolumeTooltip } from "./volume-tooltip.tsx";

export interface VolumePlotProps {
  buckets: readonly VolumeBucket[];
  stepSeconds: number;
  onSelect: VolumeChartProps["onSelect"];
}

export function VolumePlot({ buckets, stepSeconds, onSelect }: VolumePlotProps) {
  const isEmpty = buckets.every((bucket) => bucket.delivered + bucket.retrying + bucket.failed === 0);
  const timeZone = useTimeZone();
  const selection = useSpanSelection(buckets, stepSeconds, onSelect);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the chart, which has the focus, chooses its bar
    <div className="h-full" onKeyDown={selection.onKeyDown}>
      <BarChart
        responsive
        accessibilityLayer
        data={[...buckets]}
        margin={plotMargin}
        barCategoryGap="18%"
        style={{ width: "100%", height: "100%", cursor: onSelect ? "pointer" : "default" }}
        {...selection.chartHandlers}
      >
        <CartesianGrid {...gridStyle} />
        <XAxis
          {...axisStyle}
          dataKey="start"
          tickFormatter={(start: string) => axisTime(start, stepSeconds, timeZone)}
          minTickGap={48}
          interval="equidistantPreserveStart"
        />
        <YAxis
          {...axisStyle}
          width={44}
          allowDecimals={false}
          tickCount={4}
          domain={[0, isEmpty ? 4 : "auto"]}
          tickFormatter={(value: number) => formatNumber(value, { compact: true })}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--ink)", fillOpacity: 0.05 }}
          content={(tooltip) => (
            <VolumeTooltip {...tooltip} stepSeconds={stepSeconds} onShow={selection.remember} />
          )}
        />
        {volumeSeries.map(({ key, label, color }) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="volume"
            fill={color}
            isAnimationActive={false}
            maxBarSize={28}
          />
        ))}
        {selection.span ? (
          <ReferenceArea
            x1={selection.span.from}
            x2={selection.span.to}
            fill="var(--brass-solid)"
            fillOpacity={0.22}
          />
        ) : null}
      </BarChart>
    </div>
  );
}
