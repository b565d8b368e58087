"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { shortenMiddle } from "#components/ui/format.ts";
import { endpointQuery, endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ChoiceList } from "./choice-list.tsx";

export interface LogFilterProps {
  value: string | null;
  onValueChange: (value: string | null) => void;
}

/** One endpoint, found by what its address or description holds. */
export function EndpointFilter({ value, onValueChange }: LogFilterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <FilterChip
      label="Endpoint"
      summary={value ? <EndpointHost id={value} /> : undefined}
      onClear={() => onValueChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <EndpointChoices
        value={value}
        onChoose={(id) => {
          onValueChange(id);
          setOpen(false);
        }}
      />
    </FilterChip>
  );
}

function EndpointHost({ id }: { id: string }) {
  const tenant = useTenant();
  const { data } = useQuery(endpointQuery(tenant.id, id));
  return data ? data.url.replace(/^https?:\/\//, "") : shortenMiddle(id);
}

function EndpointChoices({ value, onChoose }: { value: string | null; onChoose: (id: string) => void }) {
  const tenant = useTenant();
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query.trim());
  const { data, isFetching } = useQuery({
    ...endpointsQuery(tenant.id, { limit: 100, ...(sought ? { q: sought } : {}) }),
    placeholderData: keepPreviousData,
  });
  const choices = (data?.data ?? []).map(({ id, url, description }) => ({
    value: id,
    label: url.replace(/^https?:\/\//, ""),
    ...(description ? { hint: description } : {}),
  }));
  return (
    <ChoiceList
      label="Endpoint"
      choices={choices}
      value={value}
      onChoose={onChoose}
      search={{ query, onQueryChange: setQuery, isLoading: isFetching }}
    />
  );
}
