"use client";

import { Area, AreaChart, CartesianGrid, YAxis } from "recharts";
import { formatPercent } from "#components/ui/format.ts";
import { axisStyle, gridStyle, lineCursor, plotStyle } from "./axis-style.ts";
import { BucketTooltip } from "./bucket-tooltip.tsx";
import { loneDot } from "./lone-dot.tsx";
import type { RateBucket, RateChartProps } from "./rate-chart.tsx";
import { TimeAxis } from "./time-axis.tsx";

const color = "var(--delivered-solid)";

export function RatePlot({
  label,
  buckets,
  stepSeconds,
}: Pick<RateChartProps, "label" | "buckets" | "stepSeconds">) {
  const entries = ({ rate }: RateBucket) => [
    { label, color, value: rate === null ? "no data" : formatPercent(rate) },
  ];
  return (
    <AreaChart {...plotStyle} data={[...buckets]}>
      <CartesianGrid {...gridStyle} />
      <TimeAxis buckets={buckets} stepSeconds={stepSeconds} />
      <YAxis
        {...axisStyle}
        width={48}
        domain={[0, 1]}
        ticks={[0, 0.5, 1]}
        interval={0}
        tickFormatter={(share: number) => `${share * 100} %`}
      />
      <BucketTooltip stepSeconds={stepSeconds} entries={entries} cursor={lineCursor} />
      <Area
        dataKey="rate"
        name={label}
        type="monotone"
        stroke={color}
        strokeWidth={1.75}
        fill={color}
        fillOpacity={0.1}
        dot={loneDot(
          buckets.map((bucket) => bucket.rate),
          color,
        )}
        activeDot={{ r: 3.5, strokeWidth: 0, fill: color }}
        isAnimationActive={false}
      />
    </AreaChart>
  );
}
