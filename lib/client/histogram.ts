import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getDeliveryHistogram, getEventHistogram } from "../contracts/histogram.ts";
import type { DeliveryFilter } from "./deliveries.ts";
import type { EventFilter } from "./events.ts";
import { keyOf } from "./keys.ts";
import { pollEvery } from "./polling.ts";
import { callApi } from "./request.ts";
import { resolveWindow } from "./window.ts";

/** Of what a delivery log's filter finds on all its pages; counted again every 15 seconds, or when the stream tells of a change. */
export function deliveryHistogramQuery(tenantId: string, filter: DeliveryFilter) {
  const { limit: _, cursor: __, ...counted } = filter;
  return queryOptions({
    queryKey: keyOf(tenantId, "deliveries", "histogram", counted),
    queryFn: ({ signal }) =>
      callApi(getDeliveryHistogram, { query: resolveWindow(counted), tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(15_000),
  });
}

/** Of what the event log's filter finds on all its pages; counted again as for deliveries. */
export function eventHistogramQuery(tenantId: string, filter: EventFilter) {
  const { limit: _, cursor: __, ...counted } = filter;
  return queryOptions({
    queryKey: keyOf(tenantId, "events", "histogram", counted),
    queryFn: ({ signal }) => callApi(getEventHistogram, { query: resolveWindow(counted), tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(15_000),
  });
}
