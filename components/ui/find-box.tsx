"use client";

import { Search } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { Find } from "./use-find.ts";

export interface FindBoxProps {
  /** What is searched, for the box's name. */
  label: string;
  query: string;
  onQueryChange: (query: string) => void;
  find: Find;
}

/** Finds in one text: Enter goes to the next hit, Escape clears. */
export function FindBox({ label, query, onQueryChange, find }: FindBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") find.next();
    if (event.key === "Escape" && query) {
      event.stopPropagation();
      onQueryChange("");
    }
  };
  return (
    <span className="relative flex min-w-0 items-center">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-faint" />
      <input
        type="search"
        aria-label={`Find in ${label.toLowerCase()}`}
        placeholder="Find"
        value={query}
        onChange={(event) => onQueryChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-7 w-28 min-w-0 rounded-md bg-transparent pl-7 text-sm transition-[width] hover:bg-hover focus:w-40 focus:bg-surface max-sm:h-11 [&::-webkit-search-cancel-button]:hidden"
      />
      <span role="status" className="min-w-10 px-1 text-right text-faint text-xs">
        {query ? `${find.count === 0 ? 0 : find.current + 1}/${find.count}` : ""}
      </span>
    </span>
  );
}
