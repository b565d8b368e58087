import { queryOptions } from "@tanstack/react-query";
import {
  clearInbox,
  getInbox,
  getInboxRequest,
  listInboxRequests,
  renewInbox,
  updateInbox,
} from "../contracts/inbox.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type InboxFilter = Partial<Input<typeof listInboxRequests>["query"]>;

export function inboxQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "inbox", "one"),
    queryFn: ({ signal }) => callApi(getInbox, { tenantId, signal }),
  });
}

export function inboxRequestsQuery(tenantId: string, filter: InboxFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "inbox", "requests", filter),
    queryFn: ({ signal }) => callApi(listInboxRequests, { query: filter, tenantId, signal }),
  });
}

export function inboxRequestQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "inbox", "request", id),
    queryFn: ({ signal }) => callApi(getInboxRequest, { params: { id }, tenantId, signal }),
  });
}

export const useUpdateInbox = () => useOperation(updateInbox, ["inbox"]);
export const useRenewInbox = () => useOperation(renewInbox, ["inbox", "endpoints"]);
export const useClearInbox = () => useOperation(clearInbox, ["inbox"]);
