"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";
import { Page } from "#components/layout/page.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { pollEvery } from "#lib/client/polling.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { EndpointBanner } from "./endpoint-banner.tsx";
import { EndpointHeader } from "./endpoint-header.tsx";
import { EndpointMissing } from "./endpoint-missing.tsx";

const healthMs = 10_000;

/** What all pages of one endpoint share: its name and state, why it does not receive, the tabs. */
export function EndpointFrame({ id, children }: { id: string; children: ReactNode }) {
  const { id: tenantId, slug } = useTenant();
  const query = useQuery({ ...endpointQuery(tenantId, id), refetchInterval: pollEvery(healthMs) });
  if (isMissing(query.error)) return <EndpointMissing />;
  if (!query.data) {
    if (!query.error) return <PageSkeleton />;
    return (
      <Page>
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  const base = `/${slug}/endpoints/${id}`;
  return (
    <Page>
      <EndpointHeader endpoint={query.data} />
      <EndpointBanner endpoint={query.data} />
      <LinkTabs
        label="Endpoint"
        className="mb-6"
        tabs={[
          { href: base, label: "Overview", exact: true },
          { href: `${base}/deliveries`, label: "Deliveries" },
          { href: `${base}/test`, label: "Test" },
          { href: `${base}/settings`, label: "Settings" },
        ]}
      />
      {children}
    </Page>
  );
}
