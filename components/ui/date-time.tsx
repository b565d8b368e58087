"use client";

import { formatDateTime, zoneName } from "./format-time.ts";
import { useTimeStyle } from "./time-style.tsx";

/** The exact time in the person's zone, such as "Nov 23, 2025, 14:05:09 GMT+1". */
export function DateTime({ at, className }: { at: string | Date; className?: string }) {
  const style = useTimeStyle();
  const moment = typeof at === "string" ? new Date(at) : at;
  return (
    <time dateTime={moment.toISOString()} className={className}>
      {formatDateTime(moment, style)} <span className="text-faint">{zoneName(moment, style.timeZone)}</span>
    </time>
  );
}
