"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Choice, ChoiceList } from "#components/log/choice-list.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { apiKeysQuery } from "#lib/client/api-keys.ts";
import { membersQuery } from "#lib/client/members.ts";
import { useTenant } from "#lib/client/tenant.tsx";

interface ActorFilterProps {
  /** A member's or an API key's id, or `system`. */
  actor: string | null;
  /** What they are called in what is shown, should they be gone from the tenant. */
  label: string | undefined;
  onChange: (actor: string | null) => void;
}

/** Who did it. Whoever is gone from the tenant is chosen at one of their entries. */
export function ActorFilter({ actor, label, onChange }: ActorFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const { choices, isLoading } = useActors();
  const sought = query.trim().toLowerCase();
  const choose = (value: string) => {
    onChange(value);
    setOpen(false);
  };
  return (
    <FilterChip
      label="Who"
      summary={
        actor === null ? undefined : (choices.find(({ value }) => value === actor)?.label ?? label ?? actor)
      }
      onClear={() => onChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ChoiceList
        label="Who"
        value={actor}
        onChoose={choose}
        choices={choices.filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(sought))}
        search={{ query, onQueryChange: setQuery, isLoading }}
      />
    </FilterChip>
  );
}

const most = 250;

function useActors(): { choices: Choice[]; isLoading: boolean } {
  const { id } = useTenant();
  const members = useQuery(membersQuery(id, { limit: most }));
  const keys = useQuery(apiKeysQuery(id, { limit: most }));
  const choices = [
    ...(members.data?.data ?? []).map((member) => ({
      value: member.id,
      label: member.email,
      hint: member.name,
    })),
    ...(keys.data?.data ?? []).map((key) => ({ value: key.id, label: key.name, hint: "API key" })),
    { value: "system", label: "Posthorn", hint: "Itself, or somebody it does not know" },
  ];
  return { choices, isLoading: members.isPending || keys.isPending };
}
