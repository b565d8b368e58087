"use client";

import { ChevronDown, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { Popover } from "./popover.tsx";

export interface FilterChipProps {
  /** What is filtered: "Status". */
  label: string;
  /** What it is set to, in words; nothing when the filter is off. */
  summary?: ReactNode;
  onClear: () => void;
  /** The choice, shown in a popover. */
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
}

/** One filter of a filter bar: dashed and quiet while off, filled with its value while on. */
export function FilterChip({ label, summary, onClear, children, className, ...root }: FilterChipProps) {
  const isOn = summary !== undefined && summary !== null && summary !== "";
  const trigger = (
    <button
      type="button"
      className={cn(
        "touch-target flex h-full min-w-0 items-center gap-1.5 rounded-md px-2.5",
        isOn ? "pr-1" : "text-muted hover:text-ink",
      )}
    >
      <span className={cn(isOn && "text-muted")}>{label}</span>
      {isOn ? <span className="max-w-44 truncate font-medium text-ink">{summary}</span> : null}
      {isOn ? null : <ChevronDown aria-hidden className="size-3.5 text-faint" />}
    </button>
  );
  return (
    <span
      className={cn(
        chipStyle,
        isOn ? "border-control bg-surface max-sm:-order-1" : "border-control border-dashed",
      )}
    >
      <Popover
        trigger={trigger}
        label={`Filter by ${label.toLowerCase()}`}
        className={cn("p-1", className)}
        {...root}
      >
        {children}
      </Popover>
      {isOn ? (
        <button
          type="button"
          aria-label={`Clear ${label.toLowerCase()} filter`}
          onClick={onClear}
          className="touch-target mr-0.5 flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
        >
          <X className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}

const chipStyle =
  "inline-flex h-8 max-w-full items-center rounded-md border text-sm transition-colors hover:border-faint max-sm:h-11";
