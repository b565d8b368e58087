"use client";

import { formatDateTime, zoneName } from "./format-time.ts";
import { useTimeZone } from "./time-zone.tsx";

/** The exact time in the person's zone, such as "Nov 23, 2025, 14:05:09 GMT+1". */
export function DateTime({ at, className }: { at: string | Date; className?: string }) {
  const timeZone = useTimeZone();
  const moment = typeof at === "string" ? new Date(at) : at;
  return (
    // The server does not know the browser's zone.
    <time dateTime={moment.toISOString()} className={className} suppressHydrationWarning>
      {formatDateTime(moment, timeZone)} <span className="text-faint">{zoneName(moment, timeZone)}</span>
    </time>
  );
}
