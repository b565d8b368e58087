"use client";

import { Search } from "lucide-react";
import type { Ref } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { useCommandKey } from "#components/ui/use-command-key.ts";

export interface SearchTriggerProps {
  onOpen: () => void;
  placeholder?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** Looks like a search field, opens the command palette. */
export function SearchTrigger({ onOpen, placeholder = "Search or paste an id", ref }: SearchTriggerProps) {
  const commandKey = useCommandKey();
  return (
    <button
      ref={ref}
      type="button"
      onClick={onOpen}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex h-8 min-w-0 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-base text-faint transition-colors hover:border-control hover:text-muted max-sm:h-11 max-sm:w-11 max-sm:justify-center max-sm:border-transparent max-sm:bg-transparent sm:w-72"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left max-sm:sr-only">{placeholder}</span>
      <span className="max-sm:hidden">
        <Kbd>{commandKey} K</Kbd>
      </span>
    </button>
  );
}
