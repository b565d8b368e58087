import { queryOptions } from "@tanstack/react-query";
import { createView, listViews, removeView, updateView } from "../contracts/views.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

/** Those that are shared and the person's own: never more than one page holds. */
export function viewsQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "views"),
    queryFn: ({ signal }) => callApi(listViews, { query: { limit: 250 }, tenantId, signal }),
    staleTime: 30_000,
  });
}

export const useCreateView = () => useOperation(createView, ["views"]);
export const useUpdateView = () => useOperation(updateView, ["views"]);
export const useRemoveView = () => useOperation(removeView, ["views"]);
