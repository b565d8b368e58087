"use client";

import { Check } from "lucide-react";
import { Input } from "#components/ui/input.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

export interface ChoiceListProps {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChoose: (value: string) => void;
  /** A search of the server, for lists that may be long. */
  search?: { query: string; onQueryChange: (query: string) => void; isLoading: boolean };
}

/** One of a list, for inside a FilterChip. */
export function ChoiceList({ label, choices, value, onChoose, search }: ChoiceListProps) {
  return (
    <div className="flex w-72 max-w-full flex-col">
      {search ? (
        <Input
          aria-label={`Find ${label.toLowerCase()}`}
          placeholder="Find"
          value={search.query}
          onChange={(event) => search.onQueryChange(event.target.value)}
          after={search.isLoading ? <Spinner /> : null}
          className="mb-1"
        />
      ) : null}
      <ul aria-label={label} className="max-h-72 overflow-y-auto">
        {choices.map((choice) => (
          <li key={choice.value}>
            <button
              type="button"
              aria-pressed={choice.value === value}
              onClick={() => onChoose(choice.value)}
              className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1.5 text-left text-base hover:bg-hover max-sm:min-h-11"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block truncate">{choice.label}</bdi>
                {choice.hint ? <bdi className="block truncate text-muted text-sm">{choice.hint}</bdi> : null}
              </span>
              {choice.value === value ? <Check aria-hidden className="size-4 shrink-0 text-brass" /> : null}
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && !search?.isLoading ? (
        <p className="p-2 text-muted text-sm">Nothing matches.</p>
      ) : null}
    </div>
  );
}
