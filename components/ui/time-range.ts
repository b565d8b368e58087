import { formatClock, type TimeStyle } from "./format-time.ts";

export const rangePresets = { "1h": 3600, "24h": 86_400, "7d": 604_800, "30d": 2_592_000 } as const;
export type RangePreset = keyof typeof rangePresets;

/** A moving window up to now, or a fixed one; `until` null is now. */
export type TimeRange = { preset: RangePreset } | { since: Date; until: Date | null };

/** The ends of the range at this moment. */
export function resolveRange(range: TimeRange, now: Date): { since: Date; until: Date } {
  if ("preset" in range)
    return { since: new Date(now.getTime() - rangePresets[range.preset] * 1000), until: now };
  return { since: range.since, until: range.until ?? now };
}

/** "Last 24 hours", or "Nov 20, 09:00 – Nov 23, 14:05". */
export function describeRange(range: TimeRange, style: TimeStyle): string {
  if ("preset" in range) return presetNames[range.preset];
  const until = range.until ? formatClock(range.until, style, { withDay: true }) : "now";
  return `${formatClock(range.since, style, { withDay: true })} – ${until}`;
}

export const presetNames: Record<RangePreset, string> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

/** "24h", or "2025-11-20T09:00:00.000Z..2025-11-23T14:05:00.000Z": a range as one URL parameter. */
export function serializeRange(range: TimeRange): string {
  if ("preset" in range) return range.preset;
  return `${range.since.toISOString()}..${range.until?.toISOString() ?? ""}`;
}

/** Reads what serializeRange wrote; null when it is anything else. */
export function parseRange(text: string): TimeRange | null {
  if (Object.hasOwn(rangePresets, text)) return { preset: text as RangePreset };
  const [since = "", until = ""] = text.split("..");
  const start = new Date(since);
  const end = until === "" ? null : new Date(until);
  if (Number.isNaN(start.getTime()) || (end && (Number.isNaN(end.getTime()) || end <= start))) return null;
  return { since: start, until: end };
}
