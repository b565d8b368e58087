"use client";

import type { ReactNode } from "react";
import { AnswerFilters, StatusFilter } from "#components/deliveries/outcome-filters.tsx";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { EndpointFilter } from "#components/log/endpoint-filter.tsx";
import { EventTypeFilter } from "#components/log/event-type-filter.tsx";
import { LabelFilters } from "#components/log/label-filters.tsx";
import { LogChips } from "#components/log/log-chips.tsx";
import { LogSearch } from "#components/log/log-search.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import type { useEventFilter } from "./use-event-filter.ts";

export interface EventFilterBarProps {
  state: ReturnType<typeof useEventFilter>;
  /** Before the search: the saved views. */
  lead?: ReactNode;
  aside: ReactNode;
}

export function EventFilterBar({ state, lead, aside }: EventFilterBarProps) {
  const { choices, change } = state;
  const onClear = state.isFiltered ? state.clear : undefined;
  return (
    <FilterBar aside={aside}>
      {lead}
      <LogSearch
        things="events"
        value={choices.q}
        onValueChange={(q) => change({ q: q || null })}
        onClear={onClear}
      />
      <LogChips onClear={onClear}>
        <EventTypeFilter values={choices.type} onValuesChange={(type) => change({ type })} />
        <LabelFilters choices={choices} change={change} />
        <ApplicationFilter
          value={choices.application}
          onValueChange={(application) => change({ application })}
        />
        <StatusFilter
          label="Delivery status"
          values={choices.status}
          onValuesChange={(status) => change({ status })}
        />
        <EndpointFilter value={choices.endpoint} onValueChange={(endpoint) => change({ endpoint })} />
        <AnswerFilters choices={choices} change={change} />
        <DateRangePicker value={choices.range} onValueChange={(range) => change({ range })} />
      </LogChips>
    </FilterBar>
  );
}
