import { queryOptions } from "@tanstack/react-query";
import { getAttempt } from "../contracts/deliveries.ts";
import { keyOf } from "./keys.ts";
import { callApi } from "./request.ts";

/** An attempt is over when it is written, so it is read once. */
export function attemptQuery(tenantId: string, id: string) {
  return queryOptions({
    queryKey: keyOf(tenantId, "attempts", "one", id),
    queryFn: ({ signal }) => callApi(getAttempt, { params: { id }, tenantId, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
