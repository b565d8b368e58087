import { CircleAlert } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { StatusBadge, type StatusBadgeProps } from "#components/ui/status-badge.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

export interface EndpointBadgeProps extends Pick<StatusBadgeProps, "look"> {
  endpoint: Pick<Endpoint, "state" | "failingSince">;
}

/** An endpoint's state; one that is enabled and fails says that instead. */
export function EndpointBadge({ endpoint, look = "tinted" }: EndpointBadgeProps) {
  if (endpoint.state !== "enabled" || endpoint.failingSince === null) {
    return <StatusBadge status={endpoint.state} look={look} />;
  }
  return (
    <Badge
      tone="bad"
      icon={<CircleAlert aria-hidden strokeWidth={2.25} className="size-3.5!" />}
      className={cn("gap-1.5", look === "plain" ? "bg-transparent px-0" : "rounded-full pr-2")}
    >
      Failing
    </Badge>
  );
}
