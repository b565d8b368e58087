"use client";

import { createSerializer, type Nullable, useQueryStates, type Values } from "nuqs";
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
    query: queryOf(choices),
    filter: filterOf(choices),
  };
}

const serialize = createSerializer(eventParameters);

/** The filter as it stands behind the ? of the address, without the page and the view. */
function queryOf(choices: EventChoices): string {
  return new URLSearchParams(serialize({ ...choices, cursor: null, view: null })).toString();
}

function isFiltered({ range, cursor: _, view: __, ...choices }: EventChoices): boolean {
  return isNarrowed(range) || Object.values(choices).some((choice) => choice !== null && choice.length > 0);
}

function filterOf({ range, q, cursor, ...choices }: EventChoices): EventFilter {
  const { type, application, tag, channel, endpoint, status, code, error } = choices;
  return {
    ...(type.length > 0 && { type }),
    ...(application && { application }),
    ...(tag && { tag }),
    ...(channel && { channel }),
    ...(endpoint && { endpoint }),
    ...(status.length > 0 && { status }),
    ...(code && { responseStatus: code }),
    ...(error.length > 0 && { errorKind: error }),
    ...(q.trim() && { q: q.trim() }),
    ...(cursor && { cursor }),
    ...(isPublicId(q) ? {} : windowOf(range)),
  };
}
