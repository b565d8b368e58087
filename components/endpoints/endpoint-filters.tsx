"use client";

import { useCallback, useState } from "react";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { ChoiceList } from "#components/log/choice-list.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { statuses } from "#components/ui/status.ts";
import { endpointStates } from "#lib/contracts/endpoints.ts";
import type { EndpointFilterState } from "./use-endpoint-filter.ts";

export function EndpointFilters({ filter, change, clear, isFiltered }: EndpointFilterState) {
  const search = useCallback((q: string) => change({ q: q || null }), [change]);
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
      <SearchInput
        label="Search endpoints"
        placeholder="URL or description"
        value={filter.q}
        onValueChange={search}
        className="w-full sm:w-64"
      />
      <StateFilter state={filter.state} onChange={(state) => change({ state })} />
      <ApplicationFilter
        value={filter.application}
        onValueChange={(application) => change({ application })}
      />
      {filter.needsAttention ? (
        <FilterChip label="Health" summary="Needs attention" onClear={() => change({ needsAttention: null })}>
          <p className="w-56 p-2 text-muted text-sm">Endpoints that are failing, paused or disabled.</p>
        </FilterChip>
      ) : null}
    </FilterBar>
  );
}

type State = EndpointFilterState["filter"]["state"];

function StateFilter({ state, onChange }: { state: State; onChange: (state: State) => void }) {
  const [isOpen, setOpen] = useState(false);
  const choose = (value: string) => {
    onChange(endpointStates.find((known) => known === value) ?? null);
    setOpen(false);
  };
  return (
    <FilterChip
      label="State"
      summary={state ? statuses[state].word : undefined}
      onClear={() => onChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ChoiceList
        label="State"
        value={state}
        onChoose={choose}
        choices={endpointStates.map((value) => ({ value, label: statuses[value].word }))}
      />
    </FilterChip>
  );
}
