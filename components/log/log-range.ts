import { createParser } from "nuqs";
import {
  parseRange,
  type RangePreset,
  rangePresets,
  serializeRange,
  type TimeRange,
} from "#components/ui/time-range.ts";

const wholeLog: RangePreset = "30d";

/** The window of a log in its address; the whole log when nothing stands there. */
export const parseAsLogRange = createParser<TimeRange>({
  parse: parseRange,
  serialize: serializeRange,
  eq: (left, right) => serializeRange(left) === serializeRange(right),
}).withDefault({ preset: wholeLog });

/** Whether the person chose a window, so that an empty log may be the window's doing. */
export function isNarrowed(range: TimeRange): boolean {
  return serializeRange(range) !== wholeLog;
}

/** The window as the API client takes it: one that moves with the clock stays the same query. */
export function windowOf(range: TimeRange): { lastSeconds: number } | { since: string; until?: string } {
  if ("preset" in range) return { lastSeconds: rangePresets[range.preset] };
  const since = range.since.toISOString();
  return range.until ? { since, until: range.until.toISOString() } : { since };
}
