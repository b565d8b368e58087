"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { formatDuration } from "#components/ui/format.ts";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { deliveryQuery } from "#lib/client/deliveries.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { pauseOf } from "#lib/client/polling.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";

const watchMs = 700;

/** A delivery that was just made, read again until it is settled. */
export function useLiveDelivery(deliveryId: string) {
  const { id } = useTenant();
  return useQuery({
    ...deliveryQuery(id, deliveryId),
    refetchInterval: ({ state }) => pauseOf(state.data && !isUnderWay(state.data) ? 5_000 : watchMs),
  });
}

/** One line that turns from Pending to Delivered, or says why not. */
export function LiveDelivery({ deliveryId }: { deliveryId: string }) {
  const { slug } = useTenant();
  const { data, error } = useLiveDelivery(deliveryId);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sunken px-4 py-3">
      <p role="status" className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={data?.status ?? "pending"} />
        <span className="text-muted text-sm">{outcome(data, error)}</span>
      </p>
      <ButtonLink size="sm" href={`/${slug}/deliveries/${deliveryId}`}>
        Open delivery
      </ButtonLink>
    </div>
  );
}

function outcome(delivery: DeliveryDetail | undefined, error: Error | null): ReactNode {
  if (!delivery) return error ? messageOf(error) : "Queued";
  const attempt = delivery.attempts.at(-1);
  if (isUnderWay(delivery) || !attempt) return delivery.status === "sending" ? "On its way" : "Queued";
  const answer = attempt.responseStatus === null ? attempt.errorMessage : `HTTP ${attempt.responseStatus}`;
  return (
    <>
      {answer} in {formatDuration(attempt.durationMs)}
      {delivery.status === "retrying" && delivery.nextAttemptAt ? (
        <>
          , next try in <Countdown to={delivery.nextAttemptAt} done="a moment" />
        </>
      ) : null}
    </>
  );
}

function isUnderWay({ status }: DeliveryDetail): boolean {
  return status === "pending" || status === "sending";
}
