"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback } from "react";
import type { EventTypeFilter } from "#lib/client/event-types.ts";

export const shownChoices = ["active", "archived", "all"] as const;
export type Shown = (typeof shownChoices)[number];

const parsers = {
  q: parseAsString.withDefault(""),
  show: parseAsStringLiteral(shownChoices).withDefault("active"),
  cursor: parseAsString,
};

/** The catalogue's filter as the address has it; a changed one starts again at the first page. */
export function useEventTypeFilter() {
  const [{ q, show, cursor }, setFilter] = useQueryStates(parsers);
  const search = useCallback(
    (text: string) => void setFilter({ q: text || null, cursor: null }),
    [setFilter],
  );
  return {
    q,
    show,
    search,
    setShow: (next: Shown) => void setFilter({ show: next, cursor: null }, { history: "push" }),
    clear: () => void setFilter(null, { history: "push" }),
    isFiltered: q !== "" || show !== "active",
    query: toQuery({ q, show, cursor }),
  };
}

export type EventTypeFilterState = ReturnType<typeof useEventTypeFilter>;

type Values = { q: string; show: Shown; cursor: string | null };

function toQuery({ q, show, cursor }: Values): EventTypeFilter {
  return {
    limit: 50,
    ...(q ? { q } : {}),
    ...(show === "all" ? {} : { archived: show === "archived" ? "true" : "false" }),
    ...(cursor ? { cursor } : {}),
  };
}
