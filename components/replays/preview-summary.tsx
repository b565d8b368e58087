"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatNumber } from "#components/ui/format.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import type { ReplayPreview } from "#lib/contracts/replays.ts";
import { secondsInWords } from "./seconds-in-words.ts";

/** How many deliveries and how long, counted anew with every change; nothing is given while no state is chosen. */
export function PreviewSummary({ preview }: { preview: UseQueryResult<ReplayPreview> | undefined }) {
  return (
    <div role="status" aria-live="polite">
      {preview ? <Counted preview={preview} /> : <Line>Choose at least one state.</Line>}
    </div>
  );
}

function Counted({ preview }: { preview: UseQueryResult<ReplayPreview> }) {
  const { data, error, isError, isPlaceholderData, refetch } = preview;
  if (isError) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-failed text-sm">{messageOf(error)}</p>
        <Button size="sm" onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  if (!data) {
    return (
      <>
        <Skeleton className="h-7 w-32" />
        <Skeleton className="mt-2 w-48" />
      </>
    );
  }
  return (
    <div className={cn("transition-opacity", isPlaceholderData && "opacity-50")}>
      <Summary preview={data} />
    </div>
  );
}

function Summary({ preview: { count, isExact, skipped, estimatedSeconds } }: { preview: ReplayPreview }) {
  const sendable = count - skipped;
  return (
    <>
      <p className="text-base">
        {isExact ? "" : "At least "}
        <span className="font-semibold text-2xl tabular-nums tracking-[-0.02em]">
          {formatNumber(sendable)}
        </span>{" "}
        {sendable === 1 ? "delivery" : "deliveries"}
      </p>
      <Line>
        {sendable === 0
          ? "Nothing to send: none is like this."
          : `Sent again in about ${secondsInWords(estimatedSeconds)}`}
      </Line>
      {skipped > 0 ? <Line>{formatNumber(skipped)} more left out: endpoint disabled or deleted</Line> : null}
    </>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <p className="text-muted text-sm">{children}</p>;
}
