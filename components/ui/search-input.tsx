"use client";

import { Search, X } from "lucide-react";
import { useEffect, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { Input } from "./input.tsx";

export interface SearchInputProps {
  label: string;
  value: string;
  /** Called when the person has paused for 250 ms, pressed Enter or cleared. */
  onValueChange: (value: string) => void;
  placeholder?: string;
  className?: string;
}

export function SearchInput({
  label,
  value,
  onValueChange,
  placeholder = "Search",
  className,
}: SearchInputProps) {
  const [draft, setDraft] = useState(value);
  const [seenValue, setSeenValue] = useState(value);
  // The address changed under us (Back, Clear filters): show what it says.
  if (value !== seenValue) {
    setSeenValue(value);
    setDraft(value);
  }
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => onValueChange(draft), 250);
    return () => clearTimeout(timer);
  }, [draft, value, onValueChange]);
  const clear = () => {
    setDraft("");
    onValueChange("");
  };
  return (
    <search className={className}>
      <Input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && onValueChange(draft)}
        before={<Search />}
        after={
          draft ? (
            <IconButton label="Clear search" size="sm" icon={<X />} onClick={clear} className="size-6" />
          ) : null
        }
        className="[&::-webkit-search-cancel-button]:hidden"
      />
    </search>
  );
}
