"use client";

import { formatClock, zoneName } from "#components/ui/format-time.ts";
import { useTimeStyle } from "#components/ui/time-style.tsx";
import { useClock } from "#components/ui/use-clock.ts";

/** "It is Nov 24, 20:12 (GMT+5:30) there now": what a zone and a clock come to. */
export function TimeNow() {
  const style = useTimeStyle();
  const now = useClock(
    (at) => `${formatClock(at, style, { withDay: true })} (${zoneName(at, style.timeZone)})`,
  );
  // The server's clock and the browser's differ by the time the page took.
  return <span suppressHydrationWarning>Times read like this: {now}.</span>;
}
