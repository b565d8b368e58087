"use client";

import { Callout } from "#components/ui/callout.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import { Diagnosis } from "./diagnosis.tsx";
import { useIsDue } from "./due.tsx";
import { explain } from "./explain.ts";
import { HeldBack } from "./held-back.tsx";

/** Why a delivery has not arrived, what to do about it, and what happens next. */
export function WhatHappened({ delivery }: { delivery: DeliveryDetail }) {
  const explanation = explain(delivery);
  if (!explanation) return null;
  const { tone, title, isFailure } = explanation;
  return (
    <Callout
      tone={tone}
      title={
        <span role="status" className="flex items-center gap-2">
          {title}
          {delivery.status === "sending" ? <Spinner className="size-3.5 text-muted" /> : null}
        </span>
      }
    >
      {isFailure ? <Diagnosis delivery={delivery} /> : null}
      <Next delivery={delivery} />
    </Callout>
  );
}

function Next({ delivery }: { delivery: DeliveryDetail }) {
  const { status, nextAttemptAt, endpointState, scheduleAttempts, maxAttempts } = delivery;
  const isLate = useIsDue(nextAttemptAt, status === "retrying" ? 0 : patienceSeconds);
  if (endpointState === "paused" || (status !== "retrying" && status !== "pending")) return null;
  if (isLate) return <HeldBack endpointId={delivery.endpoint} />;
  if (status === "pending" || !nextAttemptAt) return null;
  return (
    <p className="mt-1">
      Attempt {scheduleAttempts + 1} of {maxAttempts} in{" "}
      <Countdown to={nextAttemptAt} className="font-medium text-ink" />, at <DateTime at={nextAttemptAt} />
    </p>
  );
}

// A first attempt is due at once; it is late only when it has not begun after a while.
const patienceSeconds = 10;
