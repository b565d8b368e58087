import { queryOptions } from "@tanstack/react-query";
import { type Attempt, getAttempt, getDelivery, listDeliveries } from "../contracts/deliveries.ts";
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

/** The latest attempt that an endpoint accepted, whatever its event, beside the one that is looked at; null when there is none. */
export function lastSuccessQuery(tenantId: string, { endpoint, id }: Pick<Attempt, "endpoint" | "id">) {
  return queryOptions({
    queryKey: keyOf(tenantId, "attempts", "last-success", endpoint, id),
    queryFn: async ({ signal }): Promise<Attempt | null> => {
      const options = { tenantId, signal };
      // Two, since one of them may be the attempt's own.
      const query = { endpoint, status: ["delivered" as const], limit: 2 };
      const { data: delivered } = await callApi(listDeliveries, { query, ...options });
      for (const delivery of delivered) {
        const { attempts } = await callApi(getDelivery, { params: { id: delivery.id }, ...options });
        const success = attempts.findLast((attempt) => attempt.errorKind === null && attempt.id !== id);
        if (success) return callApi(getAttempt, { params: { id: success.id }, ...options });
      }
      return null;
    },
  });
}
