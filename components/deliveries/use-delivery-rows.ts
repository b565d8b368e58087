"use client";

import { useQuery } from "@tanstack/react-query";
import { useLiveQuery } from "#components/log/use-live-query.ts";
import { useLiveRows } from "#components/log/use-live-rows.ts";
import { type DeliveryFilter, deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";

export type DeliveryRowsState = ReturnType<typeof useDeliveryRows>;

const mostFollowed = 50;

/** The rows of a delivery log, kept where they are and up to date while it is live. */
export function useDeliveryRows(filter: DeliveryFilter) {
  const tenant = useTenant();
  const { query, isLive, isCutOff, toggleLive } = useLiveQuery(deliveriesQuery(tenant.id, filter));
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
    isLive,
    isCutOff,
    toggleLive,
    error: query.isError && query.data === undefined ? query.error : undefined,
    retry: () => void query.refetch(),
  };
}

// A row that the page no longer brings may still be under way, and must not stand there as pending for ever.
function useFollowed(missing: readonly Delivery[]): Map<string, Delivery> {
  const tenant = useTenant();
  const open = missing.filter((row) => ["pending", "sending", "retrying"].includes(row.status));
  const id = open.slice(0, mostFollowed).map((row) => row.id);
  const { data } = useQuery({ ...deliveriesQuery(tenant.id, { id }), enabled: id.length > 0 });
  return new Map(data?.data.filter((row) => id.includes(row.id)).map((row) => [row.id, row]));
}
