import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  cancelDelivery,
  type DeliveryDetail,
  getDelivery,
  listDeliveries,
  retryDelivery,
} from "../contracts/deliveries.ts";
import { exportDeliveries } from "../contracts/log-exports.ts";
import type { Answer, Input } from "../contracts/operation.ts";
import { getSignedRequest } from "../contracts/signed-request.ts";
import { keyOf } from "./keys.ts";
import { pollFor } from "./polling.ts";
import { callApi } from "./request.ts";
import { saveFile } from "./save-file.ts";
import { searchOn } from "./search-on.ts";
import { useShowDeliveries } from "./show-deliveries.ts";
import { useOperation } from "./use-operation.ts";
import { resolveWindow, type Windowed } from "./window.ts";

export type DeliveryFilter = Windowed<Partial<Input<typeof listDeliveries>["query"]>>;
export type DeliveryPage = Answer<typeof listDeliveries>;

/** Reads again when the stream tells of a change; without it every 2 seconds while a delivery of the page is under way, every 10 otherwise. */
export function deliveriesQuery(tenantId: string, filter: DeliveryFilter = {}) {
  const queryKey = keyOf(tenantId, "deliveries", "list", filter);
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) => {
      const query = resolveWindow(filter);
      const read = (cursor = query.cursor) =>
        callApi(listDeliveries, { query: { ...query, cursor }, tenantId, signal });
      return searchOn(read, client.getQueryData<DeliveryPage>(queryKey));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => pollFor((state.data as DeliveryPage | undefined)?.data),
  });
}

export function deliveryQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "deliveries", "one", id),
    queryFn: ({ signal }) => callApi(getDelivery, { params: { id }, tenantId, signal }),
    refetchInterval: ({ state }) => {
      const delivery = state.data as DeliveryDetail | undefined;
      return pollFor(delivery && [delivery]);
    },
  });
}

/** Saves what a filter finds as a file, and answers whether there was more. */
export function saveDeliveries(tenantId: string, filter: DeliveryFilter, format: "csv" | "json") {
  const { limit: _, cursor: __, ...query } = resolveWindow(filter);
  return saveFile(exportDeliveries, { query: { ...query, format }, tenantId });
}

export function useRetryDelivery() {
  const show = useShowDeliveries();
  return useOperation(retryDelivery, ["deliveries", "events"], (delivery) => show([delivery]));
}

export function useCancelDelivery() {
  const show = useShowDeliveries();
  return useOperation(cancelDelivery, ["deliveries", "events"], (delivery) => show([delivery]));
}

/** A mutation, not a query: each signature is taken anew and audited. */
export const useSignedRequest = () => useOperation(getSignedRequest, ["audit-log"]);
