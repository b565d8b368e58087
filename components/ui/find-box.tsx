"use client";

import { ChevronDown, ChevronUp, Search } from "lucide-react";
import type { KeyboardEvent } from "react";
import { IconButton } from "./icon-button.tsx";
import type { Find } from "./use-find.ts";

export interface FindBoxProps {
  /** What is searched, for the box's name. */
  label: string;
  query: string;
  onQueryChange: (query: string) => void;
  find: Find;
}

/** Finds in one text: Enter goes to the next hit, with Shift to the one before, Escape clears. */
export function FindBox({ label, query, onQueryChange, find }: FindBoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (event.shiftKey) find.previous();
      else find.next();
    }
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
      <span role="status" className="min-w-10 whitespace-nowrap px-1 text-right text-faint text-xs">
        {query ? `${find.count === 0 ? 0 : find.current + 1}/${find.count}` : ""}
      </span>
      {query ? <Steps find={find} /> : null}
    </span>
  );
}

function Steps({ find: { count, previous, next } }: { find: Find }) {
  const shared = { size: "sm", side: "top", disabled: count < 2 } as const;
  return (
    <>
      <IconButton label="Previous hit" hint="⇧↵" icon={<ChevronUp />} onClick={previous} {...shared} />
      <IconButton label="Next hit" hint="↵" icon={<ChevronDown />} onClick={next} {...shared} />
    </>
  );
}
