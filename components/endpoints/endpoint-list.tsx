"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { useSteadyRows } from "#components/lists/use-steady-rows.ts";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { usePageLinks } from "#components/log/page-links.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#components/ui/format.ts";
import { NoMatch } from "#components/ui/no-match.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { TableSkeleton } from "#components/ui/table-skeleton.tsx";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { listEndpoints } from "#lib/contracts/endpoints.ts";
import type { Answer } from "#lib/contracts/operation.ts";
import { EndpointFilters } from "./endpoint-filters.tsx";
import { EndpointTable, endpointColumns } from "./endpoint-table.tsx";
import { type EndpointFilterState, toQuery, useEndpointFilter } from "./use-endpoint-filter.ts";

export function EndpointList() {
  const filterState = useEndpointFilter();
  return (
    <Page>
      <PageHeader
        title="Endpoints"
        description="Where your webhooks go. Each endpoint subscribes to event types and has a signing secret of its own."
        actions={<NewEndpointLink />}
      />
      <EndpointFilters {...filterState} />
      <Card className="mt-4">
        <Rows {...filterState} />
      </Card>
    </Page>
  );
}

function NewEndpointLink() {
  const { slug } = useTenant();
  return (
    <PermissionLink
      permission="endpoints:write"
      href={`/${slug}/endpoints/new`}
      variant="primary"
      icon={<Plus />}
    >
      New endpoint
    </PermissionLink>
  );
}

function Rows({ filter, clear, isFiltered }: EndpointFilterState) {
  const { id } = useTenant();
  const query = useQuery(endpointsQuery(id, toQuery(filter)));
  if (query.isError && !query.data) {
    return <LoadFailure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <TableSkeleton columns={endpointColumns} />;
  if (query.data.data.length > 0) {
    return <FilledList page={query.data} view={JSON.stringify(filter)} isStale={query.isPlaceholderData} />;
  }
  return isFiltered ? <NoMatch things="endpoints" onClear={clear} /> : <NoEndpoints />;
}

type FilledListProps = { page: Answer<typeof listEndpoints>; view: string; isStale: boolean };

function FilledList({ page, view, isStale }: FilledListProps) {
  const links = usePageLinks(page);
  const { rows, hold } = useSteadyRows(page.data, view);
  const hasPages = links.previousHref !== null || links.nextHref !== null;
  return (
    <div aria-busy={isStale} className={isStale ? "opacity-60 transition-opacity" : undefined} {...hold}>
      <EndpointTable endpoints={rows} />
      {hasPages ? (
        <div className="border-line border-t px-4">
          <Pagination summary={formatCount(page.data.length, "endpoint")} {...links} />
        </div>
      ) : null}
    </div>
  );
}

function NoEndpoints() {
  return (
    <EmptyState
      icon={<Webhook />}
      title="No endpoints yet"
      description="An endpoint is a URL that receives your webhooks. Create one, and send it a test event right away."
      action={
        <>
          <NewEndpointLink />
          <ButtonLink href="/docs">Read the docs</ButtonLink>
        </>
      }
    />
  );
}
