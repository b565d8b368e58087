"use client";

import { SearchInput } from "#components/ui/search-input.tsx";
import { ClearFilters } from "./clear-filters.tsx";

export interface LogSearchProps {
  /** What is searched, in the plural. */
  things: string;
  value: string;
  onValueChange: (value: string) => void;
  /** Takes all filters away; absent while none is on. */
  onClear: (() => void) | undefined;
}

/** The free text of a log: an id of anything, or a field of the payload. */
export function LogSearch({ things, value, onValueChange, onClear }: LogSearchProps) {
  return (
    <>
      <SearchInput
        label={`Search ${things}`}
        placeholder="Id, or field:value"
        value={value}
        onValueChange={onValueChange}
        className="min-w-40 flex-1 basis-40 sm:max-w-80"
      />
      <ClearFilters onClear={onClear} className="max-sm:hidden" />
    </>
  );
}
