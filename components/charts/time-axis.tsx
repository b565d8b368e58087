"use client";

import { XAxis } from "recharts";
import { useTimeStyle } from "#components/ui/time-style.tsx";
import { axisStyle } from "./axis-style.ts";
import { axisTime } from "./bucket-time.ts";

/** The axis along the bottom of every chart over time. */
export function TimeAxis({ stepSeconds }: { stepSeconds: number }) {
  const style = useTimeStyle();
  return (
    <XAxis
      {...axisStyle}
      dataKey="start"
      tickFormatter={(start: string) => axisTime(start, stepSeconds, style)}
      minTickGap={48}
      interval="equidistantPreserveStart"
    />
  );
}
