"use client";

import { FilterChip } from "#components/ui/filter-chip.tsx";
import { FilterOptions, type FilterOptionsProps } from "#components/ui/filter-options.tsx";
import { summaryOf } from "./event-type-filter.tsx";

/** Any number of a short list. */
export function OptionFilter<Value extends string>(props: FilterOptionsProps<Value>) {
  const { label, options, values, onValuesChange } = props;
  const chosen = options.filter((option) => values.includes(option.value)).map((option) => option.label);
  return (
    <FilterChip label={label} summary={summaryOf(chosen)} onClear={() => onValuesChange([])}>
      <FilterOptions {...props} />
    </FilterChip>
  );
}
