"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { applicationQuery, applicationsQuery, useHasApplications } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ChoiceList } from "./choice-list.tsx";
import type { LogFilterProps } from "./endpoint-filter.tsx";

/** One application; not there at all while the tenant has only its default one. */
export function ApplicationFilter({ value, onValueChange }: LogFilterProps) {
  const tenant = useTenant();
  const [isOpen, setOpen] = useState(false);
  const hasApplications = useHasApplications();
  if (tenant.portal || !(value || hasApplications)) return null;
  return (
    <FilterChip
      label="Application"
      summary={value ? <ApplicationName id={value} /> : undefined}
      onClear={() => onValueChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ApplicationChoices
        value={value}
        onChoose={(id) => {
          onValueChange(id);
          setOpen(false);
        }}
      />
    </FilterChip>
  );
}

function ApplicationName({ id }: { id: string }) {
  const tenant = useTenant();
  const { data } = useQuery(applicationQuery(tenant.id, id));
  return data?.name ?? id;
}

function ApplicationChoices({ value, onChoose }: { value: string | null; onChoose: (id: string) => void }) {
  const tenant = useTenant();
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query.trim());
  const { data, isFetching } = useQuery(
    applicationsQuery(tenant.id, { limit: 100, ...(sought ? { q: sought } : {}) }),
  );
  const choices = (data?.data ?? []).map(({ id, name, uid }) => ({
    value: id,
    label: name,
    ...(uid ? { hint: uid } : {}),
  }));
  return (
    <ChoiceList
      label="Application"
      choices={choices}
      value={value}
      onChoose={onChoose}
      search={{ query, onQueryChange: setQuery, isLoading: isFetching }}
    />
  );
}
