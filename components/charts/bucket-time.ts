import { formatDuration } from "#components/ui/format.ts";
import { formatClock, formatDate } from "#components/ui/format-time.ts";
import { beginsDay } from "./time-ticks.ts";

/** Writes a bucket's start on the axis: the clock, and the date where a day begins. */
export function axisTime(start: string, stepSeconds: number, timeZone?: string): string {
  const at = new Date(start);
  if (beginsDay(start, stepSeconds, timeZone)) return formatDate(at, timeZone).replace(/, \d{4}$/, "");
  return formatClock(at, { timeZone });
}

/** Writes a length of time on the axis, without the zeros that say nothing: "1.5 s", not "1.50 s". */
export function axisDuration(durationMs: number): string {
  return durationMs === 0 ? "0" : formatDuration(durationMs).replace(/\.?0+ s$/, " s");
}

/** "Nov 23, 14:00 – 15:00": the bucket as a title. */
export function bucketTitle(start: string, stepSeconds: number, timeZone?: string): string {
  const since = new Date(start);
  if (stepSeconds >= 86_400) return formatDate(since, timeZone);
  const until = new Date(since.getTime() + stepSeconds * 1000);
  return `${formatClock(since, { withDay: true, timeZone })} – ${formatClock(until, { timeZone })}`;
}
