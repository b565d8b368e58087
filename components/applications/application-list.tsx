"use client";

import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useCallback } from "react";
import { Page } from "#components/layout/page.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { applicationsQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ApplicationTable, applicationColumns } from "./application-table.tsx";
import { CreateApplication } from "./create-application.tsx";

const parsers = { q: parseAsString.withDefault(""), cursor: parseAsString };

export function ApplicationList() {
  const { id } = useTenant();
  const [{ q, cursor }, setFilter] = useQueryStates(parsers);
  const search = useCallback(
    (text: string) => void setFilter({ q: text || null, cursor: null }),
    [setFilter],
  );
  const clear = () => void setFilter(null, { history: "push" });
  const query = useQuery(
    applicationsQuery(id, { limit: 50, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page>
      <PageHeader
        title="Applications"
        description="Who your webhooks are for, usually one per customer. Each receives only its own events."
        actions={<CreateApplication />}
      />
      <FilterBar onClear={q ? clear : undefined}>
        <SearchInput
          label="Search applications"
          placeholder="Name or uid"
          value={q}
          onValueChange={search}
          className="w-full sm:w-64"
        />
      </FilterBar>
      <Card className="mt-4">
        <Listing
          query={query}
          columns={applicationColumns}
          things={["application", "applications"]}
          empty={<NoApplications />}
          onClear={q ? clear : undefined}
        >
          {(applications) => <ApplicationTable applications={applications} />}
        </Listing>
      </Card>
    </Page>
  );
}

function NoApplications() {
  return (
    <EmptyState
      icon={<Layers />}
      title="No applications yet"
      description="Create one for each customer that receives webhooks from you."
      action={<CreateApplication />}
    />
  );
}
