"use client";

import { ChevronRight, CircleAlert, CircleCheck } from "lucide-react";
import { useId } from "react";
import { cn } from "#components/ui/cn.ts";
import { DateTime } from "#components/ui/date-time.tsx";
import { formatDuration } from "#components/ui/format.ts";
import type { AttemptSummary } from "#lib/contracts/deliveries.ts";
import { AttemptOutcome } from "./attempt-outcome.tsx";
import { AttemptPanel } from "./attempt-panel.tsx";

export interface AttemptEntryProps {
  attempt: AttemptSummary;
  /** The one before it, if it is not the first. */
  previous: AttemptSummary | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

/** One line of the timeline; unfolded, the request and its answer. */
export function AttemptEntry({ attempt, previous, isOpen, onToggle }: AttemptEntryProps) {
  const panelId = useId();
  const { errorKind } = attempt;
  const Icon = errorKind ? CircleAlert : CircleCheck;
  return (
    <li className="border-line border-b last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={onToggle}
        className="flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left text-sm transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2"
      >
        <Icon
          aria-hidden
          className={cn("size-4 shrink-0", errorKind ? "text-failed" : "text-delivered")}
          strokeWidth={2.25}
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span className="font-medium">
            #{attempt.number} <AttemptOutcome attempt={attempt} />
          </span>
          <span className="text-muted">{formatDuration(attempt.durationMs)}</span>
          <DateTime at={attempt.startedAt} className="text-muted sm:ml-auto" />
        </span>
        <ChevronRight
          aria-hidden
          className={cn("size-4 shrink-0 text-faint transition-transform", isOpen && "rotate-90")}
        />
      </button>
      {isOpen ? (
        <div id={panelId} className="border-line border-t px-4 py-4">
          <AttemptPanel id={attempt.id} previousId={previous?.id} />
        </div>
      ) : null}
    </li>
  );
}
