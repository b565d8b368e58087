import { formatDuration } from "#components/ui/format.ts";
import { formatClock, formatDate, type TimeStyle } from "#components/ui/format-time.ts";
import { beginsDay } from "./time-ticks.ts";

/** Writes a bucket's start on the axis: the clock, and the date where a day begins. */
export function axisTime(start: string, stepSeconds: number, style: TimeStyle): string {
  const at = new Date(start);
  if (beginsDay(start, stepSeconds, style.timeZone)) return formatDate(at, style).replace(/, \d{4}$/, "");
  return formatClock(at, style);
}

/** Writes a length of time on the axis, without the zeros that say nothing: "1.5 s", not "1.50 s". */
export function axisDuration(durationMs: number): string {
  return durationMs === 0 ? "0" : formatDuration(durationMs).replace(/\.?0+ s$/, " s");
}

/** "Nov 23, 14:00 – 15:00", or "Nov 23, 2025" for a day of the person's own zone: the bucket as a title. */
export function bucketTitle(start: string, stepSeconds: number, style: TimeStyle): string {
  const since = new Date(start);
  const until = new Date(since.getTime() + stepSeconds * 1000);
  if (stepSeconds === daySeconds && isMidnight(since, style)) return formatDate(since, style);
  const isWithinDay = formatDate(since, style) === formatDate(until, style);
  const end = formatClock(until, style, { withDay: !isWithinDay });
  return `${formatClock(since, style, { withDay: true })} – ${end}`;
}

const daySeconds = 86_400;

/** Buckets are cut in UTC, so that a day of them begins at another hour elsewhere. */
function isMidnight(at: Date, { timeZone }: TimeStyle): boolean {
  return formatClock(at, { timeZone, clock: "24h" }) === "00:00";
}
