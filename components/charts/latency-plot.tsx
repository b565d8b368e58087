"use client";

import { CartesianGrid, Line, LineChart, YAxis } from "recharts";
import { axisStyle, gridStyle, lineCursor, plotStyle } from "./axis-style.ts";
import { axisDuration } from "./bucket-time.ts";
import { BucketTooltip } from "./bucket-tooltip.tsx";
import { type LatencyBucket, latencyEntries, latencySeries } from "./latency.ts";
import { loneDot } from "./lone-dot.tsx";
import { TimeAxis } from "./time-axis.tsx";

export interface LatencyPlotProps {
  buckets: readonly LatencyBucket[];
  stepSeconds: number;
}

export function LatencyPlot({ buckets, stepSeconds }: LatencyPlotProps) {
  const isEmpty = buckets.every((bucket) => bucket.p95 === null);
  return (
    <LineChart {...plotStyle} data={[...buckets]}>
      <CartesianGrid {...gridStyle} />
      <TimeAxis buckets={buckets} stepSeconds={stepSeconds} />
      <YAxis
        {...axisStyle}
        width={56}
        tickCount={5}
        interval={0}
        domain={[0, isEmpty ? 100 : "auto"]}
        tickFormatter={axisDuration}
      />
      <BucketTooltip stepSeconds={stepSeconds} entries={latencyEntries} cursor={lineCursor} />
      {latencySeries.map(({ key, label, color, line }) => (
        <Line
          key={key}
          dataKey={key}
          name={label}
          type="monotone"
          stroke={color}
          strokeWidth={1.75}
          {...(line === "dashed" ? { strokeDasharray: "4 3" } : {})}
          dot={loneDot(
            buckets.map((bucket) => bucket[key]),
            color,
          )}
          activeDot={{ r: 3.5, strokeWidth: 0, fill: color }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
