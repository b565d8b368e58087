"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { meQuery } from "#lib/client/me.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { RetryForm } from "./retries/retry-form.tsx";
import { TenantFacts } from "./tenant-facts.tsx";
import { TenantNameForm } from "./tenant-name-form.tsx";

/** The tenant's name and how its deliveries are retried; `defaultSchedule` is the installation's, in seconds. */
export function GeneralSettings({ defaultSchedule }: { defaultSchedule: readonly number[] }) {
  const { id } = useTenant();
  const query = useQuery(meQuery(id));
  if (query.data) {
    const { tenant } = query.data;
    return (
      <div className="flex max-w-3xl flex-col gap-6">
        <TenantNameForm tenant={tenant} />
        <RetryForm tenant={tenant} defaultSchedule={defaultSchedule} />
        <TenantFacts tenant={tenant} />
      </div>
    );
  }
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}

function Loading() {
  return (
    <div aria-busy="true" className="flex max-w-3xl flex-col gap-6">
      {["Name", "Retries"].map((title) => (
        <Card key={title}>
          <CardHeader title={title} />
          <CardBody className="flex flex-col gap-4">
            <Skeleton className="w-40" />
            <Skeleton className="h-8 w-full" />
            <Skeleton className="w-64" />
          </CardBody>
        </Card>
      ))}
    </div>
  );
}
