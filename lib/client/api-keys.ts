import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { createApiKey, listApiKeys, removeApiKey, updateApiKey } from "../contracts/api-keys.ts";
import type { Input } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

export type ApiKeyFilter = Partial<Input<typeof listApiKeys>["query"]>;

export function apiKeysQuery(tenantId: string, filter: ApiKeyFilter = {}) {
  return queryOptions({
    queryKey: keyOf(tenantId, "api-keys", "list", filter),
    queryFn: ({ signal }) => callApi(listApiKeys, { query: filter, tenantId, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useCreateApiKey = () => useOperation(createApiKey, ["api-keys"]);
export const useUpdateApiKey = () => useOperation(updateApiKey, ["api-keys"]);
export const useRemoveApiKey = () => useOperation(removeApiKey, ["api-keys"]);
