"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback } from "react";
import type { EndpointFilter } from "#lib/client/endpoints.ts";
import { endpointStates } from "#lib/contracts/endpoints.ts";

const parsers = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(endpointStates),
  application: parseAsString,
  needsAttention: parseAsStringLiteral(["true"] as const),
  cursor: parseAsString,
};

type Change = {
  q?: string | null;
  state?: (typeof endpointStates)[number] | null;
  application?: string | null;
  needsAttention?: "true" | null;
};

/** The list's filter as the address has it; a changed filter starts again at the first page. */
export function useEndpointFilter() {
  const [filter, setFilter] = useQueryStates(parsers);
  const change = useCallback(
    (part: Change) =>
      void setFilter({ ...part, cursor: null }, { history: "q" in part ? "replace" : "push" }),
    [setFilter],
  );
  const clear = () => void setFilter(null, { history: "push" });
  const isFiltered = Boolean(filter.q || filter.state || filter.application || filter.needsAttention);
  return { filter, change, clear, isFiltered };
}

export type EndpointFilterState = ReturnType<typeof useEndpointFilter>;

/** The filter as the API takes it. */
export function toQuery(filter: EndpointFilterState["filter"]): EndpointFilter {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== "");
  return { ...Object.fromEntries(given), limit: pageSize };
}

const pageSize = 25;
