"use client";

import { useQueryClient } from "@tanstack/react-query";
import { deliveryQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import type { Resendable } from "./use-resend.tsx";

/** Resends by id: a row of the list, or the delivery that is open beside it without being one of them. */
export function useResendKey(
  rows: readonly Delivery[],
  resend: (delivery: Resendable) => void,
): (id: string | null) => void {
  const tenant = useTenant();
  const queryClient = useQueryClient();
  return (id) => {
    if (id === null) return;
    const opened = queryClient.getQueryData(deliveryQuery(tenant.id, id).queryKey);
    const delivery = rows.find((row) => row.id === id) ?? opened;
    if (delivery) resend(delivery);
  };
}
