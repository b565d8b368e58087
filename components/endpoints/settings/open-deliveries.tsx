"use client";

import { useQuery } from "@tanstack/react-query";
import { formatCount } from "#components/ui/format.ts";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";

const counted = 100;

/** "14 open deliveries are canceled.", counted at this moment. */
export function OpenDeliveries({ endpointId }: { endpointId: string }) {
  const { id } = useTenant();
  const { data } = useQuery(
    deliveriesQuery(id, { endpoint: endpointId, status: ["pending", "sending", "retrying"], limit: counted }),
  );
  if (!data) return <>Its open deliveries are canceled.</>;
  if (data.data.length === 0) return <>It has no open deliveries.</>;
  const count = data.nextCursor
    ? `More than ${formatCount(counted, "delivery", "deliveries")}`
    : formatCount(data.data.length, "open delivery", "open deliveries");
  return (
    <strong className="font-medium text-ink">
      {count} {data.data.length === 1 ? "is" : "are"} canceled.
    </strong>
  );
}
