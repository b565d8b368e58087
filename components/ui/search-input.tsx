"use client";

import { Search, X } from "lucide-react";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";
import { useDraft } from "./use-draft.ts";

export interface SearchInputProps {
  label: string;
  value: string;
  /** Called when the person has paused for 250 ms, pressed Enter or cleared. */
  onValueChange: (value: string) => void;
  placeholder?: string;
  className?: string;
}

export function SearchInput(props: SearchInputProps) {
  const { label, value, onValueChange, placeholder = "Search", className } = props;
  const { draft, setDraft, commit } = useDraft(value, onValueChange);
  const clear = (
    <IconButton label="Clear search" size="sm" icon={<X />} onClick={() => commit("")} className="size-6" />
  );
  return (
    <search className={className}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && commit(draft)}
        before={<Search />}
        after={draft ? clear : null}
        className="[&::-webkit-search-cancel-button]:hidden"
      />
    </search>
  );
}
