"use client";

import { ArrowUp } from "lucide-react";
import { formatNumber } from "#components/ui/format.ts";
import type { LiveLog } from "./use-live-rows.ts";

export interface NewRowsPillProps {
  log: Pick<LiveLog<unknown>, "newCount" | "hasMoreNew" | "showLatest">;
}

/** Counts what came in since the log was opened; a press shows it. */
export function NewRowsPill({ log }: NewRowsPillProps) {
  const { newCount, hasMoreNew, showLatest } = log;
  const text = `${formatNumber(newCount)}${hasMoreNew ? "+" : ""} new`;
  return (
    <div className="pointer-events-none sticky top-16 z-11 flex h-0 justify-center">
      <p role="status" className="sr-only">
        {newCount > 0 ? text : ""}
      </p>
      {newCount > 0 ? (
        <button
          type="button"
          onClick={showLatest}
          className="touch-target pointer-events-auto relative -mt-0.5 flex h-7 items-center gap-1.5 rounded-full bg-ink px-3 font-medium text-paper text-sm shadow-float hover:bg-ink-strong"
        >
          <ArrowUp aria-hidden className="size-3.5" /> {text}
        </button>
      ) : null}
    </div>
  );
}
