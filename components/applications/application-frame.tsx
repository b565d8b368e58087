"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";
import { Page } from "#components/layout/page.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { applicationQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";
import { NoSuchApplication } from "./no-such-application.tsx";

export interface ApplicationFrameProps {
  /** Id or uid. */
  id: string;
  children: ReactNode;
}

/** What all pages of one application share: its name and the tabs. */
export function ApplicationFrame({ id, children }: ApplicationFrameProps) {
  const { id: tenantId, slug } = useTenant();
  const query = useQuery(applicationQuery(tenantId, id));
  if (isMissing(query.error)) return <NoSuchApplication />;
  if (query.isError && !query.data) {
    return (
      <Page>
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) return <PageSkeleton />;
  const base = `/${slug}/applications/${encodeURIComponent(id)}`;
  return (
    <Page>
      <Header application={query.data} />
      <LinkTabs
        label="Application"
        className="mb-6"
        tabs={[
          { href: base, label: "Overview", exact: true },
          { href: `${base}/deliveries`, label: "Deliveries" },
          { href: `${base}/portal`, label: "Portal" },
          { href: `${base}/settings`, label: "Settings" },
        ]}
      />
      {children}
    </Page>
  );
}

function Header({ application }: { application: Application }) {
  const { slug } = useTenant();
  return (
    <PageHeader
      breadcrumbs={[{ label: "Applications", href: `/${slug}/applications` }]}
      title={<bdi>{application.name}</bdi>}
      badge={application.isDefault ? <Badge>Default</Badge> : null}
      description={<IdText id={application.id} label="application id" />}
    />
  );
}
