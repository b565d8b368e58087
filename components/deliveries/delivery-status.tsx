"use client";

import { Countdown } from "#components/ui/countdown.tsx";
import { StatusBadge, type StatusBadgeProps } from "#components/ui/status-badge.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";

export interface DeliveryStatusProps extends Pick<StatusBadgeProps, "look" | "className"> {
  delivery: Pick<Delivery, "status" | "nextAttemptAt">;
}

/** Where a delivery stands; while it is retrying, with the time until the next attempt. */
export function DeliveryStatus({ delivery: { status, nextAttemptAt }, ...look }: DeliveryStatusProps) {
  const detail =
    status === "retrying" && nextAttemptAt ? (
      <span>
        in <Countdown to={nextAttemptAt} done="a moment" />
      </span>
    ) : null;
  return <StatusBadge status={status} detail={detail} {...look} />;
}
