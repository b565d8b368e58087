import { queryOptions } from "@tanstack/react-query";
import { getMe, updateTenant } from "../contracts/me.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";
import { useOperation } from "./use-operation.ts";

/** Who the person is, in which tenant, with the tenant's settings. */
export function meQuery(tenantId: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "me"),
    queryFn: ({ signal }) => callApi(getMe, { tenantId, signal }),
  });
}

export const useUpdateTenant = () => useOperation(updateTenant, ["me"]);
