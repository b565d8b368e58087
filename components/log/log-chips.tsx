import type { ReactNode } from "react";
import { ClearFilters } from "./clear-filters.tsx";

export interface LogChipsProps {
  children: ReactNode;
  /** Takes all filters away; absent while none is on. */
  onClear: (() => void) | undefined;
}

/** The chips of a log's filter bar, in a line of their own; on a phone it pans, and begins with those that are on. */
export function LogChips({ children, onClear }: LogChipsProps) {
  return (
    <div className="order-1 flex w-full flex-wrap items-center gap-2 max-sm:-m-1 max-sm:w-[calc(100%+0.5rem)] max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:p-1 max-sm:[&>*]:shrink-0">
      {children}
      <ClearFilters onClear={onClear} className="max-sm:-order-2 sm:hidden" />
    </div>
  );
}
