"use client";

import { createParser, parseAsString, useQueryStates } from "nuqs";
import { useCallback } from "react";
import { windowOf } from "#components/log/log-range.ts";
import { parseRange, serializeRange, type TimeRange } from "#components/ui/time-range.ts";
import type { AuditFilter } from "#lib/client/audit-log.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  action: parseAsString,
  actor: parseAsString,
  target: parseAsString,
  range: createParser({ parse: parseRange, serialize: serializeRange }),
  cursor: parseAsString,
};

/** The audit log's filter as the address has it; a changed one starts again at the first page. */
export function useAuditFilter() {
  const [{ q, action, actor, target, range, cursor }, setFilter] = useQueryStates(parsers);
  const search = useCallback(
    (text: string) => void setFilter({ q: text || null, cursor: null }),
    [setFilter],
  );
  const query: AuditFilter = {
    limit: 50,
    ...(range ? windowOf(range) : {}),
    ...(q ? { q } : {}),
    ...(action ? { action } : {}),
    ...(actor ? { actor } : {}),
    ...(target ? { target } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return {
    q,
    action,
    actor,
    target,
    range,
    query,
    search,
    setAction: (next: string | null) => void setFilter({ action: next, cursor: null }, { history: "push" }),
    setActor: (next: string | null) => void setFilter({ actor: next, cursor: null }, { history: "push" }),
    setTarget: (next: string | null) => void setFilter({ target: next, cursor: null }, { history: "push" }),
    setRange: (next: TimeRange | null) => void setFilter({ range: next, cursor: null }, { history: "push" }),
    clear: () => void setFilter(null, { history: "push" }),
    isFiltered: q !== "" || [action, actor, target, range].some((filter) => filter !== null),
  };
}

export type AuditFilterState = ReturnType<typeof useAuditFilter>;
