"use client";

import { XAxis } from "recharts";
import { useTimeZone } from "#components/ui/time-zone.tsx";
import { axisStyle } from "./axis-style.ts";
import { axisTime } from "./bucket-time.ts";

/** The axis along the bottom of every chart over time. */
export function TimeAxis({ stepSeconds }: { stepSeconds: number }) {
  const timeZone = useTimeZone();
  return (
    <XAxis
      {...axisStyle}
      dataKey="start"
      tickFormatter={(start: string) => axisTime(start, stepSeconds, timeZone)}
      minTickGap={48}
      interval="equidistantPreserveStart"
    />
  );
}
