"use client";

import { useMemo } from "react";
import { XAxis } from "recharts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { axisStyle } from "./axis-style.ts";
import { axisTime } from "./bucket-time.ts";
import { timeTicks } from "./time-ticks.ts";

export interface TimeAxisProps {
  buckets: readonly { start: string }[];
  stepSeconds: number;
}

/** The axis along the bottom of every chart over time. */
export function TimeAxis({ buckets, stepSeconds }: TimeAxisProps) {
  const timeZone = useTimeZone();
  const ticks = useMemo(
    () =>
      timeTicks(
        buckets.map((bucket) => bucket.start),
        stepSeconds,
        timeZone,
      ),
    [buckets, stepSeconds, timeZone],
  );
  return (
    <XAxis
      {...axisStyle}
      dataKey="start"
      ticks={ticks}
      tickFormatter={(start: string) => axisTime(start, stepSeconds, timeZone)}
      minTickGap={24}
      interval="equidistantPreserveStart"
    />
  );
}
