"use client";

import { useQuery } from "@tanstack/react-query";
import { Countdown } from "#components/ui/countdown.tsx";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { useIsDue } from "./due.tsx";

/** Why a delivery that is due has not gone out yet. */
export function HeldBack({ endpointId }: { endpointId: string }) {
  const tenant = useTenant();
  const { data: endpoint } = useQuery(endpointQuery(tenant.id, endpointId));
  const throttledUntil = endpoint?.throttledUntil ?? null;
  const isThrottleOver = useIsDue(throttledUntil);
  if (throttledUntil && !isThrottleOver) {
    return (
      <p className="mt-1">
        It is due, and held back since the endpoint asked for a pause: goes on in{" "}
        <Countdown to={throttledUntil} className="font-medium text-ink" />.
      </p>
    );
  }
  if (endpoint?.pausedByFailuresUntil) {
    return (
      <p className="mt-1">
        It is due, and keeps its place while the endpoint is paused for failing too often: the next single
        probe goes out in{" "}
        <Countdown to={endpoint.pausedByFailuresUntil} done="a moment" className="font-medium text-ink" />.
      </p>
    );
  }
  return <p className="mt-1">It is due and goes out as soon as the endpoint has a free place.</p>;
}
