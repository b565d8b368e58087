"use client";

import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { formatPercent } from "#components/ui/format.ts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { axisStyle, gridStyle, plotMargin } from "./axis-style.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import type { RateBucket, RateChartProps } from "./rate-chart.tsx";
import { axisTime, bucketTitle } from "./time-axis.ts";

const color = "var(--delivered-solid)";

export function RatePlot({
  label,
  buckets,
  stepSeconds,
}: Pick<RateChartProps, "label" | "buckets" | "stepSeconds">) {
  const timeZone = useTimeZone();
  return (
    <AreaChart
      responsive
      accessibilityLayer
      data={[...buckets]}
      margin={plotMargin}
      style={{ width: "100%", height: "100%" }}
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
        width={48}
        domain={[0, 1]}
        ticks={[0, 0.5, 1]}
        tickFormatter={(share: number) => `${share * 100} %`}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--control)" }}
        content={({ active, payload }) => {
          const bucket: RateBucket | undefined = active ? payload[0]?.payload : undefined;
          if (!bucket) return null;
          const value = bucket.rate === null ? "no data" : formatPercent(bucket.rate);
          return (
            <ChartTooltip
              title={bucketTitle(bucket.start, stepSeconds, timeZone)}
              entries={[{ label, color, value }]}
            />
          );
        }}
      />
      <Area
        dataKey="rate"
        name={label}
        type="monotone"
        stroke={color}
        strokeWidth={1.75}
        fill={color}
        fillOpacity={0.1}
        activeDot={{ r: 3.5, strokeWidth: 0, fill: color }}
        isAnimationActive={false}
      />
    </AreaChart>
  );
}
