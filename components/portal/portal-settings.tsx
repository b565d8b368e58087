"use client";

import { useQuery } from "@tanstack/react-query";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { portalSettingsQuery } from "#lib/client/portal.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { BrandForm } from "./brand-form.tsx";
import { OriginsForm } from "./origins-form.tsx";

/** How the portal looks to the people who open it, and which sites may show it. */
export function PortalSettingsPage() {
  const { id } = useTenant();
  const query = useQuery(portalSettingsQuery(id));
  if (query.data) {
    return (
      <div className="flex max-w-3xl flex-col gap-6">
        <BrandForm settings={query.data} />
        <OriginsForm settings={query.data} />
      </div>
    );
  }
  if (query.isError) return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Card aria-busy="true" className="max-w-3xl">
      <CardBody>
        <SkeletonText lines={5} />
      </CardBody>
    </Card>
  );
}
