"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useLiveRows } from "#components/log/use-live-rows.ts";
import { type DeliveryFilter, deliveriesQuery, deliveryQuery } from "#lib/client/deliveries.ts";
import { useStreamState } from "#lib/client/stream/use-stream-state.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";

export type DeliveryRowsState = ReturnType<typeof useDeliveryRows>;

const mostFollowed = 20;

/** The rows of a delivery log, kept where they are and up to date while it is live. */
export function useDeliveryRows(filter: DeliveryFilter, isLive: boolean) {
  const tenant = useTenant();
  const options = deliveriesQuery(tenant.id, filter);
  const isStreamLost = useStreamState() === "lost";
  const query = useQuery(isLive ? options : { ...options, refetchInterval: false });
  const live = useLiveRows<Delivery>(
    JSON.stringify(filter),
    query.isPlaceholderData ? undefined : query.data,
  );
  const followed = useFollowed(isLive ? live.missing : []);
  return {
    ...live,
    page: { ...live.page, data: live.page.data.map((row) => followed.get(row.id) ?? row) },
    isLoading: query.isPending,
    isStale: query.isPlaceholderData,
    isCutOff: query.isError || isStreamLost,
    error: query.isError && query.data === undefined ? query.error : undefined,
    retry: () => void query.refetch(),
  };
}

// A row that the page no longer brings may still be under way, and must not stand there as pending for ever.
function useFollowed(missing: readonly Delivery[]): Map<string, Delivery> {
  const tenant = useTenant();
  const open = missing.filter((row) => ["pending", "sending", "retrying"].includes(row.status));
  return useQueries({
    queries: open.slice(0, mostFollowed).map((row) => deliveryQuery(tenant.id, row.id)),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}
