"use client";

import { StatusBadge, type StatusBadgeProps } from "#components/ui/status-badge.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { Due } from "./due.tsx";

export interface DeliveryStatusProps extends Pick<StatusBadgeProps, "look" | "className"> {
  delivery: Pick<Delivery, "status" | "nextAttemptAt">;
}

/** Where a delivery stands; while it is retrying, with the time until the next attempt. */
export function DeliveryStatus({ delivery: { status, nextAttemptAt }, ...look }: DeliveryStatusProps) {
  const detail = status === "retrying" && nextAttemptAt ? <Due at={nextAttemptAt} /> : null;
  return <StatusBadge status={status} detail={detail} {...look} />;
}
