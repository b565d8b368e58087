"use client";

import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { formatDuration } from "#components/ui/format.ts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { axisStyle, gridStyle, plotMargin } from "./axis-style.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { type LatencyBucket, latencySeries } from "./latency.ts";
import { axisDuration, axisTime, bucketTitle } from "./time-axis.ts";

export function LatencyPlot({
  buckets,
  stepSeconds,
}: {
  buckets: readonly LatencyBucket[];
  stepSeconds: number;
}) {
  const isEmpty = buckets.every((bucket) => bucket.p95 === null);
  const timeZone = useTimeZone();
  return (
    <LineChart
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
        width={56}
        tickCount={5}
        domain={[0, isEmpty ? 100 : "auto"]}
        tickFormatter={axisDuration}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--control)" }}
        content={({ active, payload }) => {
          const bucket: LatencyBucket | undefined = active ? payload[0]?.payload : undefined;
          return bucket ? (
            <ChartTooltip
              title={bucketTitle(bucket.start, stepSeconds, timeZone)}
              entries={tooltipEntries(bucket)}
            />
          ) : null;
        }}
      />
      {latencySeries.map(({ key, label, color, line }) => (
        <Line
          key={key}
          dataKey={key}
          name={label}
          type="monotone"
          stroke={color}
          strokeWidth={1.75}
          {...(line === "dashed" ? { strokeDasharray: "4 3" } : {})}
          dot={false}
          activeDot={{ r: 3.5, strokeWidth: 0, fill: color }}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

function tooltipEntries(bucket: LatencyBucket) {
  return latencySeries.map(({ key, label, color }) => {
    const value = bucket[key];
    return { label, color, value: value === null ? "no data" : formatDuration(value) };
  });
}
