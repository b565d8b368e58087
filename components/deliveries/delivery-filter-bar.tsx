"use client";

import type { ReactNode } from "react";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { EndpointFilter } from "#components/log/endpoint-filter.tsx";
import { EventTypeFilter } from "#components/log/event-type-filter.tsx";
import { LogChips } from "#components/log/log-chips.tsx";
import { OptionFilter } from "#components/log/option-filter.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { statuses } from "#components/ui/status.ts";
import { deliveryStatuses } from "#lib/contracts/deliveries.ts";
import { errorKinds } from "#lib/contracts/error-kinds.ts";
import { CodeFilter } from "./code-filter.tsx";
import { errorKindNames } from "./error-kind-names.ts";
import { ReplayFilter } from "./replay-filter.tsx";
import type { FixedDeliveryFilter, useDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryFilterBarProps {
  state: ReturnType<typeof useDeliveryFilter>;
  fixed: FixedDeliveryFilter;
  aside: ReactNode;
}

export function DeliveryFilterBar({ state, fixed, aside }: DeliveryFilterBarProps) {
  const { choices, change, clear, isFiltered } = state;
  return (
    <FilterBar aside={aside}>
      <SearchInput
        label="Search deliveries"
        placeholder="Id, or field:value"
        value={choices.q}
        onValueChange={(q) => change({ q: q || null })}
        className="min-w-40 flex-1 basis-40 sm:max-w-60"
      />
      <LogChips onClear={isFiltered ? clear : undefined}>
        <OptionFilter
          label="Status"
          options={statusOptions}
          values={choices.status}
          onValuesChange={(status) => change({ status })}
        />
        <WhatFilters state={state} fixed={fixed} />
        <CodeFilter value={choices.code} onValueChange={(code) => change({ code })} />
        <OptionFilter
          label="Error"
          options={errorOptions}
          values={choices.error}
          onValuesChange={(error) => change({ error })}
        />
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

function WhatFilters({ state, fixed }: Omit<DeliveryFilterBarProps, "aside">) {
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

const statusOptions = deliveryStatuses.map((status) => {
  const { word, icon: Icon, ink } = statuses[status];
  return { value: status, label: word, icon: <Icon aria-hidden className={`size-3.5 ${ink}`} /> };
});

const errorOptions = errorKinds.map((kind) => ({ value: kind, label: errorKindNames[kind] }));
