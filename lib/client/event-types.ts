import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  createEventType,
  getEventType,
  importEventTypes,
  listEventTypes,
  listEventTypeVersions,
  removeEventType,
  updateEventType,
} from "../contracts/event-types.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type EventTypeFilter = Partial<Input<typeof listEventTypes>["query"]>;

export function eventTypesQuery(tenantId: string, filter: EventTypeFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "event-types", "list", filter),
    queryFn: ({ signal }) => callApi(listEventTypes, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export function eventTypeQuery(tenantId: string, name: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "event-types", "one", name),
    queryFn: ({ signal }) => callApi(getEventType, { params: { name }, tenantId, signal }),
  });
}

export function eventTypeVersionsQuery(tenantId: string, name: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "event-types", "versions", name),
    queryFn: ({ signal }) => callApi(listEventTypeVersions, { params: { name }, tenantId, signal }),
  });
}

export const useCreateEventType = () => useOperation(createEventType, ["event-types"]);
export const useImportEventTypes = () => useOperation(importEventTypes, ["event-types"]);
export const useUpdateEventType = () => useOperation(updateEventType, ["event-types"]);
/** Leaves the event type's own queries alone: its page must not ask for it again on the way out. */
export const useRemoveEventType = () => useOperation(removeEventType, []);
