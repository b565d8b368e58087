import { serializeRange, type TimeRange } from "#components/ui/time-range.ts";

/** Where the choice of what to resend stands open, for one endpoint and since a moment if given. */
export function newReplayPath(slug: string, given: { endpoint?: string; range?: TimeRange } = {}): string {
  const search = new URLSearchParams({ new: "true" });
  if (given.endpoint) search.set("endpoint", given.endpoint);
  if (given.range) search.set("range", serializeRange(given.range));
  return `/${slug}/replays?${search}`;
}
