"use client";

import { Check } from "lucide-react";
import { cn } from "./cn.ts";
import { formatDateTime, formatRelative, zoneName } from "./format-time.ts";
import { useTimeStyle } from "./time-style.tsx";
import { Tooltip } from "./tooltip.tsx";
import { useClock } from "./use-clock.ts";
import { useCopy } from "./use-copy.ts";

export interface RelativeTimeProps {
  /** RFC 3339, or a Date. */
  at: string | Date;
  className?: string;
}

/** "4 m ago"; hover or focus shows the exact local, UTC and Unix time, a click copies the UTC one. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const moment = typeof at === "string" ? new Date(at) : at;
  const style = useTimeStyle();
  const text = useClock((now) => formatRelative(moment, now, style));
  const { copied, copy } = useCopy();
  return (
    <Tooltip answers content={<ExactTime at={moment} copied={copied} />}>
      <button
        type="button"
        onClick={() => copy(moment.toISOString())}
        className={cn(
          "touch-target whitespace-nowrap rounded-sm text-left decoration-control decoration-dotted underline-offset-3 hover:underline",
          className,
        )}
      >
        {/* The server's clock and the browser's differ by the time the page took. */}
        <time dateTime={moment.toISOString()} suppressHydrationWarning>
          {text}
        </time>
      </button>
    </Tooltip>
  );
}

function ExactTime({ at, copied }: { at: Date; copied: boolean }) {
  const style = useTimeStyle();
  const here = zoneName(at, style.timeZone);
  const rows = [
    ...(here === "UTC" ? [] : [[here, formatDateTime(at, style)]]),
    ["UTC", formatDateTime(at, { ...style, timeZone: "UTC" })],
    ["Unix", String(Math.floor(at.getTime() / 1000))],
  ];
  return (
    <span className="block py-0.5">
      <span className="grid grid-cols-[auto_auto] gap-x-3 gap-y-0.5 tabular-nums">
        {rows.map(([zone, value]) => (
          <span key={zone} className="contents">
            <span className="opacity-70">{zone}</span>
            <span>{value}</span>
          </span>
        ))}
      </span>
      <span className="mt-1 flex items-center gap-1 opacity-70">
        {copied ? <Check className="size-3" /> : null}
        {copied ? "Copied" : "Click to copy UTC"}
      </span>
    </span>
  );
}
