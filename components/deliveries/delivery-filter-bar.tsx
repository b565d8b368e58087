"use client";

import type { ReactNode } from "react";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { EndpointFilter } from "#components/log/endpoint-filter.tsx";
import { EventTypeFilter } from "#components/log/event-type-filter.tsx";
import { LabelFilters } from "#components/log/label-filters.tsx";
import { LogChips } from "#components/log/log-chips.tsx";
import { LogSearch } from "#components/log/log-search.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { AnswerFilters, StatusFilter } from "./outcome-filters.tsx";
import { ReplayFilter } from "./replay-filter.tsx";
import type { FixedDeliveryFilter, useDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryFilterBarProps {
  state: ReturnType<typeof useDeliveryFilter>;
  fixed: FixedDeliveryFilter;
  /** Before the search: the saved views. */
  lead?: ReactNode;
  aside: ReactNode;
}

export function DeliveryFilterBar({ state, fixed, lead, aside }: DeliveryFilterBarProps) {
  const { choices, change } = state;
  const onClear = state.isFiltered ? state.clear : undefined;
  return (
    <FilterBar aside={aside}>
      {lead}
      <LogSearch
        things="deliveries"
        value={choices.q}
        onValueChange={(q) => change({ q: q || null })}
        onClear={onClear}
      />
      <LogChips onClear={onClear}>
        <StatusFilter values={choices.status} onValuesChange={(status) => change({ status })} />
        <WhatFilters state={state} fixed={fixed} />
        <AnswerFilters choices={choices} change={change} />
        {fixed.event ? null : <LabelFilters choices={choices} change={change} />}
        {choices.replay ? (
          <ReplayFilter id={choices.replay} onClear={() => change({ replay: null })} />
        ) : null}
        {fixed.application || fixed.endpoint ? null : (
          <ApplicationFilter
            value={choices.application}
            onValueChange={(application) => change({ application })}
          />
        )}
        {fixed.event ? null : (
          <DateRangePicker value={choices.range} onValueChange={(range) => change({ range })} />
        )}
      </LogChips>
    </FilterBar>
  );
}

function WhatFilters({ state, fixed }: Pick<DeliveryFilterBarProps, "state" | "fixed">) {
  const { choices, change } = state;
  return (
    <>
      {fixed.endpoint ? null : (
        <EndpointFilter value={choices.endpoint} onValueChange={(endpoint) => change({ endpoint })} />
      )}
      {fixed.eventType || fixed.event ? null : (
        <EventTypeFilter values={choices.type} onValuesChange={(type) => change({ type })} />
      )}
    </>
  );
}
