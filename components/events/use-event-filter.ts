"use client";

import { type Nullable, useQueryStates, type Values } from "nuqs";
import { isPublicId } from "#components/log/is-public-id.ts";
import { isNarrowed, windowOf } from "#components/log/log-range.ts";
import type { EventFilter } from "#lib/client/events.ts";
import { eventParameters } from "./event-parameters.ts";

export type EventChoices = Values<typeof eventParameters>;

/** The filter of the event log: read from the address, written to it, and as the API takes it. */
export function useEventFilter() {
  const [choices, setChoices] = useQueryStates(eventParameters);
  const change = (changes: Partial<Nullable<EventChoices>>) =>
    setChoices({ ...changes, cursor: null }, { history: "q" in changes ? "replace" : "push" });
  return {
    choices,
    change,
    clear: () => setChoices(null, { history: "push" }),
    showFirstPage: () => setChoices({ cursor: null }, { history: "replace" }),
    isFiltered: isFiltered(choices),
    filter: filterOf(choices),
  };
}

function isFiltered({ range, cursor: _, ...choices }: EventChoices): boolean {
  return isNarrowed(range) || Object.values(choices).some((choice) => choice !== null && choice.length > 0);
}

function filterOf({ type, application, tag, channel, range, q, cursor }: EventChoices): EventFilter {
  return {
    ...(type.length > 0 && { type }),
    ...(application && { application }),
    ...(tag && { tag }),
    ...(channel && { channel }),
    ...(q.trim() && { q: q.trim() }),
    ...(cursor && { cursor }),
    ...(isPublicId(q) ? {} : windowOf(range)),
  };
}
