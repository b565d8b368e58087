"use client";

import type { ReactNode } from "react";
import { Button } from "./button.tsx";

export interface FilterBarProps {
  /** Search first, then chips, then the range. */
  children: ReactNode;
  /** Shown as "Clear filters" while any filter is on. */
  onClear?: (() => void) | undefined;
  /** At the far end: live toggle, export. */
  aside?: ReactNode;
}

export function FilterBar({ children, onClear, aside }: FilterBarProps) {
  return (
    <div role="toolbar" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {children}
      {onClear ? (
        <Button variant="ghost" onClick={onClear} className="text-sm">
          Clear filters
        </Button>
      ) : null}
      {aside ? <div className="ml-auto flex flex-wrap items-center gap-2">{aside}</div> : null}
    </div>
  );
}
