import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  createEndpoint,
  expirePreviousSecrets,
  getEndpoint,
  getEndpointSecret,
  listEndpoints,
  removeEndpoint,
  rotateEndpointSecret,
  testEndpoint,
  updateEndpoint,
} from "../contracts/endpoints.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type EndpointFilter = Partial<Input<typeof listEndpoints>["query"]>;

export function endpointsQuery(tenantId: string, filter: EndpointFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "endpoints", "list", filter),
    queryFn: ({ signal }) => callApi(listEndpoints, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export function endpointQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "endpoints", "one", id),
    queryFn: ({ signal }) => callApi(getEndpoint, { params: { id }, tenantId, signal }),
  });
}

/** A mutation, not a query: every reveal is audited and none may stay in a cache. */
export const useRevealEndpointSecret = () => useOperation(getEndpointSecret, []);

export const useCreateEndpoint = () => useOperation(createEndpoint, ["endpoints", "applications", "stats"]);
export const useUpdateEndpoint = (onAnswer?: () => void) =>
  useOperation(updateEndpoint, ["endpoints", "deliveries", "events"], onAnswer);
/** Leaves the endpoint's own queries alone: its page must not ask for it again on the way out. */
export const useRemoveEndpoint = () =>
  useOperation(removeEndpoint, ["applications", "deliveries", "events", "stats"]);
export const useRotateEndpointSecret = () => useOperation(rotateEndpointSecret, ["endpoints", "audit-log"]);
export const useExpirePreviousSecrets = () => useOperation(expirePreviousSecrets, ["endpoints", "audit-log"]);
export const useTestEndpoint = () => useOperation(testEndpoint, ["deliveries", "events", "stats"]);
