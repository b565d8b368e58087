"use client";

import { useState } from "react";
import { z } from "zod";
import { ChoiceList } from "#components/log/choice-list.tsx";
import { ExportMenu } from "#components/log/export-menu.tsx";
import { TextFilter } from "#components/log/text-filter.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { saveAuditLog } from "#lib/client/audit-log.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { type AuditEntry, mostExportedEntries } from "#lib/contracts/audit-log.ts";
import { allChoices } from "./action-words.ts";
import { ActorFilter } from "./actor-filter.tsx";
import { TimeFilter } from "./time-filter.tsx";
import type { AuditFilterState } from "./use-audit-filter.ts";

export interface AuditFiltersProps {
  filter: AuditFilterState;
  entries: readonly AuditEntry[];
}

export function AuditFilters({ filter, entries }: AuditFiltersProps) {
  const { id } = useTenant();
  return (
    <FilterBar
      onClear={filter.isFiltered ? filter.clear : undefined}
      aside={
        <ExportMenu
          subject="The audit log"
          most={`${mostExportedEntries.toLocaleString("en")} entries`}
          save={(format) => saveAuditLog(id, filter.query, format)}
        />
      }
    >
      <SearchInput
        label="Search the audit log"
        placeholder="Person or object"
        value={filter.q}
        onValueChange={filter.search}
        className="w-full sm:w-64"
      />
      <ActorFilter
        actor={filter.actor}
        label={entries.find(({ actor }) => (actor.id ?? "system") === filter.actor)?.actor.label}
        onChange={filter.setActor}
      />
      <ActionFilter action={filter.action} onChange={filter.setAction} />
      <TextFilter
        label="Object"
        placeholder="ep_…"
        schema={anyId}
        value={filter.target}
        onValueChange={filter.setTarget}
      />
      <TimeFilter range={filter.range} onChange={filter.setRange} />
    </FilterBar>
  );
}

const anyId = z.string().max(200, "must hold 200 characters at most");

interface ActionFilterProps {
  action: string | null;
  onChange: (action: string | null) => void;
}

function ActionFilter({ action, onChange }: ActionFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const sought = query.trim().toLowerCase();
  const choose = (value: string) => {
    onChange(value);
    setOpen(false);
  };
  return (
    <FilterChip
      label="Action"
      summary={
        action === null ? undefined : (allChoices.find(({ value }) => value === action)?.label ?? action)
      }
      onClear={() => onChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ChoiceList
        label="Action"
        value={action}
        onChoose={choose}
        choices={allChoices.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(sought))}
        search={{ query, onQueryChange: setQuery, isLoading: false }}
      />
    </FilterChip>
  );
}
