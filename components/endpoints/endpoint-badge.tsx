import { TriangleAlert } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { StatusBadge, type StatusBadgeProps } from "#components/ui/status-badge.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

export interface EndpointBadgeProps extends Pick<StatusBadgeProps, "look"> {
  endpoint: Pick<Endpoint, "state" | "failingSince">;
}

/** An endpoint's state, and beside it whether deliveries fail. */
export function EndpointBadge({ endpoint, look = "tinted" }: EndpointBadgeProps) {
  const isFailing = endpoint.state === "enabled" && endpoint.failingSince !== null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge status={endpoint.state} look={look} />
      {isFailing ? (
        <Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
          Failing
        </Badge>
      ) : null}
    </span>
  );
}
