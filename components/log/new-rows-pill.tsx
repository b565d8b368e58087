"use client";

import { ArrowUp } from "lucide-react";
import { formatNumber } from "#components/ui/format.ts";

export interface NewRowsPillProps {
  count: number;
  /** As many as one page holds: there may be more. */
  isAtLeast: boolean;
  onShow: () => void;
}

/** Counts what came in since the log was opened; a press shows it. */
export function NewRowsPill({ count, isAtLeast, onShow }: NewRowsPillProps) {
  const text = `${formatNumber(count)}${isAtLeast ? "+" : ""} new`;
  return (
    <div className="pointer-events-none sticky top-16 z-11 flex h-0 justify-center">
      <p role="status" className="sr-only">
        {count > 0 ? text : ""}
      </p>
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          className="touch-target pointer-events-auto relative -mt-0.5 flex h-7 items-center gap-1.5 rounded-full bg-ink px-3 font-medium text-paper text-sm shadow-float hover:bg-ink-strong"
        >
          <ArrowUp aria-hidden className="size-3.5" /> {text}
        </button>
      ) : null}
    </div>
  );
}
