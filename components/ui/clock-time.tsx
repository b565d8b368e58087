"use client";

import { formatClock } from "./format-time.ts";
import { useTimeStyle } from "./time-style.tsx";

/** A moment by day and minute, such as "Nov 23, 14:05". */
export function ClockTime({ at }: { at: string }) {
  const style = useTimeStyle();
  return <time dateTime={at}>{formatClock(new Date(at), style, { withDay: true })}</time>;
}
