"use client";

import { useMemo } from "react";
import { XAxis } from "recharts";
import { useTimeStyle } from "#components/ui/time-style.tsx";
import { axisStyle } from "./axis-style.ts";
import { axisTime } from "./bucket-time.ts";
import { timeTicks } from "./time-ticks.ts";

export interface TimeAxisProps {
  buckets: readonly { start: string }[];
  stepSeconds: number;
}

/** The axis along the bottom of every chart over time. */
export function TimeAxis({ buckets, stepSeconds }: TimeAxisProps) {
  const style = useTimeStyle();
  const ticks = useMemo(
    () =>
      timeTicks(
        buckets.map((bucket) => bucket.start),
        stepSeconds,
        style.timeZone,
      ),
    [buckets, stepSeconds, style.timeZone],
  );
  return (
    <XAxis
      {...axisStyle}
      dataKey="start"
      ticks={ticks}
      tickFormatter={(start: string) => axisTime(start, stepSeconds, style)}
      minTickGap={24}
      interval="equidistantPreserveStart"
    />
  );
}
