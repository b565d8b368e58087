import type { TimeRange } from "#components/ui/time-range.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

/** A delivery is made before it fails, and one that was canceled may have been waiting. */
const marginMs = 3_600_000;

/** When the deliveries were made that an endpoint has missed: since a little before it began to fail or was disabled. */
export function missedRange({
  failingSince,
  disabledAt,
}: Pick<Endpoint, "failingSince" | "disabledAt">): TimeRange | undefined {
  const since = failingSince ?? disabledAt;
  return since ? { since: missedSince(since), until: null } : undefined;
}

/** When the first of the deliveries was made that an endpoint in trouble since `since` has missed. */
export function missedSince(since: string): Date {
  return new Date(Date.parse(since) - marginMs);
}
