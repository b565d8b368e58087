import { resolveRange, type TimeRange } from "#components/ui/time-range.ts";
import type { ErrorKind } from "#lib/contracts/error-kinds.ts";
import type { ReplayableStatus, ReplayScope } from "#lib/contracts/replays.ts";

/** The scope of a replay while somebody still chooses it. */
export type ReplayDraft = {
  endpoint: string | null;
  application: string | null;
  eventTypes: string[];
  statuses: ReplayableStatus[];
  responseStatus: string | null;
  errorKinds: ErrorKind[];
  range: TimeRange;
};

/** What did not arrive in the last day. */
export const usualDraft: ReplayDraft = {
  endpoint: null,
  application: null,
  eventTypes: [],
  statuses: ["failed", "canceled", "retrying"],
  responseStatus: null,
  errorKinds: [],
  range: { preset: "24h" },
};

/** The scope as the API takes it; a range up to now ends at `now`, so that it stays the same while somebody looks at it. */
export function scopeOf(draft: ReplayDraft, now: Date): ReplayScope {
  const { endpoint, application, eventTypes, statuses, responseStatus, errorKinds } = draft;
  const { since, until } = resolveRange(draft.range, now);
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    status: statuses,
    ...(endpoint ? { endpoint } : {}),
    ...(application ? { application } : {}),
    ...(eventTypes.length > 0 ? { eventTypes } : {}),
    ...(responseStatus ? { responseStatus } : {}),
    ...(errorKinds.length > 0 ? { errorKind: errorKinds } : {}),
  };
}
