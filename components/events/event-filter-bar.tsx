"use client";

import type { ReactNode } from "react";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { EventTypeFilter } from "#components/log/event-type-filter.tsx";
import { LogChips } from "#components/log/log-chips.tsx";
import { TextFilter } from "#components/log/text-filter.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { channel, tag } from "#lib/contracts/fields.ts";
import type { useEventFilter } from "./use-event-filter.ts";

export interface EventFilterBarProps {
  state: ReturnType<typeof useEventFilter>;
  aside: ReactNode;
}

export function EventFilterBar({ state, aside }: EventFilterBarProps) {
  const { choices, change, clear, isFiltered } = state;
  return (
    <FilterBar aside={aside}>
      <SearchInput
        label="Search events"
        placeholder="Id, or field:value"
        value={choices.q}
        onValueChange={(q) => change({ q: q || null })}
        className="min-w-40 flex-1 basis-40 sm:max-w-60"
      />
      <LogChips onClear={isFiltered ? clear : undefined}>
        <EventTypeFilter values={choices.type} onValuesChange={(type) => change({ type })} />
        <ApplicationFilter
          value={choices.application}
          onValueChange={(application) => change({ application })}
        />
        <TextFilter
          label="Tag"
          placeholder="region:eu"
          schema={tag}
          value={choices.tag}
          onValueChange={(chosen) => change({ tag: chosen })}
        />
        <TextFilter
          label="Channel"
          placeholder="project:42"
          schema={channel}
          value={choices.channel}
          onValueChange={(chosen) => change({ channel: chosen })}
        />
        <DateRangePicker value={choices.range} onValueChange={(range) => change({ range })} />
      </LogChips>
    </FilterBar>
  );
}
