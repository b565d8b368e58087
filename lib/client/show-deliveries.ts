"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Delivery, listDeliveries } from "../contracts/deliveries.ts";
import type { Answer } from "../contracts/operation.ts";
import { keyOf } from "./keys.ts";
import { useTenant } from "./tenant.tsx";

/**
 * Shows deliveries as an answer told them, in every list that holds them. Reading the lists again is not enough: what no
 * longer fits a list's filter would stay there as it was.
 */
export function useShowDeliveries(): (deliveries: readonly Delivery[]) => void {
  const { id: tenantId } = useTenant();
  const queryClient = useQueryClient();
  return (deliveries) => {
    const told = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
    queryClient.setQueriesData<Answer<typeof listDeliveries>>(
      { queryKey: keyOf(tenantId, "deliveries", "list") },
      (page) => page && { ...page, data: page.data.map((row) => told.get(row.id) ?? row) },
    );
  };
}
