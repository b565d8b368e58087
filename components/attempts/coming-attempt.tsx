"use client";

import { Clock } from "lucide-react";
import { Due } from "#components/deliveries/due.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";

/** The attempt under way or the next one, on top of the timeline; nothing when there will be none. */
export function ComingAttempt({ delivery }: { delivery: DeliveryDetail }) {
  const { status, attemptCount, nextAttemptAt, endpointState } = delivery;
  if (status === "sending") {
    return (
      <li className={style}>
        <Spinner className="text-pending" /> Attempt {attemptCount} is under way…
      </li>
    );
  }
  if (status !== "pending" && status !== "retrying") return null;
  return (
    <li className={style}>
      <Clock aria-hidden className="size-4 text-faint" />
      <span>
        Attempt {attemptCount + 1}{" "}
        <When nextAttemptAt={nextAttemptAt} isPaused={endpointState === "paused"} />
      </span>
    </li>
  );
}

function When({ nextAttemptAt, isPaused }: { nextAttemptAt: string | null; isPaused: boolean }) {
  if (isPaused) return "waits for the endpoint to be resumed";
  return nextAttemptAt ? <Due at={nextAttemptAt} /> : "due";
}

const style =
  "flex min-h-11 items-center gap-3 border-line border-b border-dashed px-4 py-2 text-muted text-sm last:border-b-0";
