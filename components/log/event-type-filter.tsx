"use client";

import { useQuery } from "@tanstack/react-query";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { FilterOptions } from "#components/ui/filter-options.tsx";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";

export interface EventTypeFilterProps {
  values: readonly string[];
  onValuesChange: (values: string[]) => void;
}

/** Any number of event types: those of the catalogue, and those already filtered for. */
export function EventTypeFilter({ values, onValuesChange }: EventTypeFilterProps) {
  const tenant = useTenant();
  const { data } = useQuery(eventTypesQuery(tenant.id, { limit: 250 }));
  const names = new Set([...values, ...(data?.data ?? []).map(({ name }) => name)]);
  return (
    <FilterChip label="Event type" summary={summaryOf(values)} onClear={() => onValuesChange([])}>
      <FilterOptions
        label="Event type"
        options={[...names].sort().map((name) => ({ value: name, label: name }))}
        values={values}
        onValuesChange={onValuesChange}
      />
    </FilterChip>
  );
}

/** "invoice.paid", "invoice.paid +2", or nothing. */
export function summaryOf(values: readonly string[]): string | undefined {
  const [first, ...rest] = values;
  return rest.length > 0 ? `${first} +${rest.length}` : first;
}
