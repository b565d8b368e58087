import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Input } from "../contracts/operation.ts";
import { getEndpointStats, getStats, listEndpointStats } from "../contracts/stats.ts";
import { keyOf } from "./keys.ts";
import { pollEvery } from "./polling.ts";
import { callApi } from "./request.ts";
import { resolveWindow, type Windowed } from "./window.ts";

export type StatsFilter = Windowed<Partial<Input<typeof getStats>["query"]>>;
export type EndpointStatsFilter = Windowed<Partial<Input<typeof getEndpointStats>["query"]>>;

const refetchInterval = pollEvery(15_000);

/** Of the tenant, or of one event type. */
export function statsQuery(tenantId: string, filter: StatsFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "stats", "tenant", filter),
    queryFn: ({ signal }) => callApi(getStats, { query: resolveWindow(filter), tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}

export function endpointStatsQuery(tenantId: string, id: string, filter: EndpointStatsFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "stats", "endpoint", id, filter),
    queryFn: ({ signal }) =>
      callApi(getEndpointStats, { params: { id }, query: resolveWindow(filter), tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}

/** The last 24 hours of the endpoints named, or of those doing worst. */
export function endpointSparklinesQuery(tenantId: string, ids?: readonly string[]) {
  const query = ids === undefined ? {} : { ids: ids.join(",") };
  return queryOptions({
    queryKey: keyOf(tenantId, "stats", "sparklines", query),
    queryFn: ({ signal }) => callApi(listEndpointStats, { query, tenantId, signal }),
    placeholderData: keepPreviousData,
    enabled: ids === undefined || ids.length > 0,
    refetchInterval,
  });
}
