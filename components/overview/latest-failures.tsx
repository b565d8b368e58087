"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { RecentDeliveries, recentColumns } from "#components/deliveries/recent-deliveries.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TableSkeleton } from "#components/ui/table-skeleton.tsx";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** The newest deliveries that failed or are being tried again. */
export function LatestFailures() {
  const { slug } = useTenant();
  return (
    <Card>
      <CardHeader
        title="Latest failures"
        actions={
          <ButtonLink
            size="sm"
            variant="ghost"
            className="-mr-2.5"
            href={`/${slug}/deliveries?status=failed,retrying`}
          >
            See all
          </ButtonLink>
        }
      />
      <Rows />
    </Card>
  );
}

function Rows() {
  const { id } = useTenant();
  const query = useQuery(deliveriesQuery(id, { status: ["failed", "retrying"], limit: 8 }));
  if (query.isError && !query.data) {
    return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <TableSkeleton columns={recentColumns(true)} rows={4} />;
  if (query.data.data.length === 0) {
    return (
      <EmptyState
        icon={<CircleCheck />}
        title="Nothing failed"
        description="Deliveries that fail, for now or for good, show up here with the reason."
        className="py-10"
      />
    );
  }
  return <RecentDeliveries label="Latest failures" deliveries={query.data.data} />;
}
