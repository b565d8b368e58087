"use client";

import { useQuery } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TableSkeleton } from "#components/ui/table-skeleton.tsx";
import { toast } from "#components/ui/toast.ts";
import { alertsQuery, useSendTestAlert } from "#lib/client/alerts.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { AlertTable, alertColumns } from "./alert-table.tsx";

/** What was told lately, how it went, and a way to try it. */
export function RecentAlerts() {
  const { reason } = usePermission("tenant:manage");
  const send = useSendTestAlert();
  const test = () =>
    send.mutate(
      {},
      {
        onSuccess: () => toast.success("Test alert on its way"),
        onError: (error) => toast.error(messageOf(error)),
      },
    );
  return (
    <Card>
      <CardHeader
        title="Latest alerts"
        actions={
          <Button size="sm" onClick={test} loading={send.isPending} disabledReason={reason}>
            Send a test alert
          </Button>
        }
      />
      <Rows />
    </Card>
  );
}

function Rows() {
  const { id } = useTenant();
  const query = useQuery(alertsQuery(id));
  if (query.data && query.data.data.length > 0) return <AlertTable alerts={query.data.data} />;
  if (query.data) {
    return (
      <EmptyState
        icon={<BellOff />}
        title="No alerts yet"
        description="Alerts show up here with how they were sent. Send a test alert to see one."
        action={<ButtonLink href="/docs/alerts">Read what is told, and when</ButtonLink>}
        className="py-10"
      />
    );
  }
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return <TableSkeleton columns={[...alertColumns]} rows={3} />;
}
