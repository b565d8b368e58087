"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { notificationSettingsQuery } from "#lib/client/alerts.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { NotificationForm } from "./notification-form.tsx";
import { RecentAlerts } from "./recent-alerts.tsx";
import { SlackForm } from "./slack-form.tsx";

/** Who is told when deliveries fail, how and when, and what was told lately. */
export function NotificationSettingsPage() {
  const { id } = useTenant();
  const query = useQuery(notificationSettingsQuery(id));
  if (query.data) {
    return (
      <div className="flex max-w-3xl flex-col gap-6">
        <NotificationForm settings={query.data} />
        <SlackForm slack={query.data.slack} />
        <RecentAlerts />
      </div>
    );
  }
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Card aria-busy="true" className="max-w-3xl">
      <CardBody>
        <SkeletonText lines={8} />
      </CardBody>
    </Card>
  );
}
