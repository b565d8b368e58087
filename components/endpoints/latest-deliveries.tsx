"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { RecentDeliveries, recentColumns } from "#components/deliveries/recent-deliveries.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TableSkeleton } from "#components/ui/table-skeleton.tsx";
import { deliveriesQuery } from "#lib/client/deliveries.ts";
import { useTenant } from "#lib/client/tenant.tsx";

/** The newest deliveries to one endpoint. */
export function LatestDeliveries({ id }: { id: string }) {
  const { slug } = useTenant();
  return (
    <Card className="lg:col-span-2">
      <CardHeader
        title="Latest deliveries"
        actions={
          <ButtonLink
            size="sm"
            variant="ghost"
            className="-mr-2.5"
            href={`/${slug}/endpoints/${id}/deliveries`}
          >
            See all
          </ButtonLink>
        }
      />
      <Rows id={id} />
    </Card>
  );
}

function Rows({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const query = useQuery(deliveriesQuery(tenantId, { endpoint: id, limit: 8 }));
  if (query.isError && !query.data) {
    return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <TableSkeleton columns={recentColumns(false)} rows={5} />;
  if (query.data.data.length === 0) return <NothingSent id={id} />;
  return <RecentDeliveries label="Latest deliveries" deliveries={query.data.data} withEndpoint={false} />;
}

function NothingSent({ id }: { id: string }) {
  const { slug } = useTenant();
  return (
    <EmptyState
      icon={<Send />}
      title="Nothing was sent here yet"
      description="Post an event of a type this endpoint subscribes to, or send a test event."
      action={
        <PermissionLink permission="deliveries:resend" href={`/${slug}/endpoints/${id}/test`}>
          Send test event
        </PermissionLink>
      }
      className="py-10"
    />
  );
}
