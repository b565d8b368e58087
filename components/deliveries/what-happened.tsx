"use client";

import { Callout } from "#components/ui/callout.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";
import { explain } from "./explain.ts";

/** Why a delivery has not arrived, what to do about it, and what happens next. */
export function WhatHappened({ delivery }: { delivery: DeliveryDetail }) {
  const explanation = explain(delivery);
  if (!explanation) return null;
  const { tone, title, cause, advice } = explanation;
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
      {cause ? <p className="text-ink wrap-anywhere">{cause}</p> : null}
      {advice ? <p>{advice}</p> : null}
      <Next delivery={delivery} />
    </Callout>
  );
}

function Next({
  delivery: { status, nextAttemptAt, endpointState, scheduleAttempts, maxAttempts },
}: {
  delivery: DeliveryDetail;
}) {
  if (status === "retrying" && nextAttemptAt && endpointState !== "paused") {
    return (
      <p className="mt-1">
        Attempt {scheduleAttempts + 1} of {maxAttempts} in{" "}
        <Countdown to={nextAttemptAt} done="a moment" className="font-medium text-ink" />, at{" "}
        <DateTime at={nextAttemptAt} />
      </p>
    );
  }
  if (status === "failed" && endpointState === "enabled")
    return <p className="mt-1">Nothing more is sent unless you resend it.</p>;
  return null;
}
