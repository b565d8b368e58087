import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getEmail, listEmails } from "../contracts/emails.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";

export type EmailFilter = Partial<Input<typeof listEmails>["query"]>;

export function emailsQuery(tenantId: string, filter: EmailFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "emails", "list", filter),
    queryFn: ({ signal }) => callApi(listEmails, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function emailQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "emails", "one", id),
    queryFn: ({ signal }) => callApi(getEmail, { params: { id }, tenantId, signal }),
  });
}
