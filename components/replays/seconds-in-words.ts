import { formatDuration } from "#components/ui/format.ts";

/** "a second", "45 s", "4 m 10 s", "3 h 5 m": a time that is only estimated. */
export function secondsInWords(seconds: number): string {
  if (seconds <= 1) return "a second";
  return seconds < 60 ? `${Math.round(seconds)} s` : formatDuration(seconds * 1_000);
}
