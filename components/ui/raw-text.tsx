"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { cn } from "./cn.ts";
import { IconButton } from "./icon-button.tsx";
import type { TextPart } from "./text-parts.ts";

/** A stretch of a text, exactly as it came. */
export function RawText({ text, part, wrap }: { text: string; part: TextPart; wrap: boolean }) {
  return (
    <pre className={cn("font-mono", wrap ? "whitespace-pre-wrap wrap-anywhere" : "w-max min-w-full")}>
      {text.slice(part.start, part.end)}
    </pre>
  );
}

export interface PartStepsProps {
  /** Which part is shown, from 0. */
  place: number;
  count: number;
  onPlaceChange: (place: number) => void;
}

/** Steps through the parts of a text that is too long to be shown at once. */
export function PartSteps({ place, count, onPlaceChange }: PartStepsProps) {
  return (
    <div className="flex items-center justify-between gap-2 border-line border-t py-1 pr-1.5 pl-3 text-muted text-sm">
      <span role="status">
        Part {place + 1} of {count}
      </span>
      <span className="flex">
        <IconButton
          label="Previous part"
          size="sm"
          side="top"
          icon={<ChevronLeft />}
          disabled={place === 0}
          onClick={() => onPlaceChange(place - 1)}
        />
        <IconButton
          label="Next part"
          size="sm"
          side="top"
          icon={<ChevronRight />}
          disabled={place === count - 1}
          onClick={() => onPlaceChange(place + 1)}
        />
      </span>
    </div>
  );
}
