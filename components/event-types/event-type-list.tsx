"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { Page } from "#components/layout/page.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { newEventTypePath } from "./event-type-path.ts";
import { EventTypeTable, eventTypeColumns } from "./event-type-table.tsx";
import { ImportEventTypes } from "./import/import-event-types.tsx";
import { PublicLink } from "./public-link.tsx";
import { type EventTypeFilterState, useEventTypeFilter } from "./use-event-type-filter.ts";

export function EventTypeList() {
  const { id } = useTenant();
  const filter = useEventTypeFilter();
  const query = useQuery(eventTypesQuery(id, filter.query));
  return (
    <Page>
      <PageHeader
        title="Event types"
        description="The catalogue of what you send: a name, a schema and an example for each, for the people who receive it."
        actions={
          <>
            <PublicLink />
            <ImportEventTypes />
            <NewEventTypeLink />
          </>
        }
      />
      <Filters {...filter} />
      <Card className="mt-4">
        <Listing
          query={query}
          columns={eventTypeColumns}
          things={["event type", "event types"]}
          empty={<NoEventTypes />}
          onClear={filter.isFiltered ? filter.clear : undefined}
        >
          {(eventTypes) => <EventTypeTable eventTypes={eventTypes} />}
        </Listing>
      </Card>
    </Page>
  );
}

function Filters({ q, search, show, setShow, isFiltered, clear }: EventTypeFilterState) {
  return (
    <FilterBar onClear={isFiltered ? clear : undefined}>
      <SearchInput
        label="Search event types"
        placeholder="Name or description"
        value={q}
        onValueChange={search}
        className="w-full sm:w-64"
      />
      <SegmentedControl
        label="Shown"
        value={show}
        onValueChange={setShow}
        segments={[
          { value: "active", label: "Active" },
          { value: "archived", label: "Archived" },
          { value: "all", label: "All" },
        ]}
      />
    </FilterBar>
  );
}

function NewEventTypeLink() {
  const { slug, portal } = useTenant();
  if (portal) return null;
  return (
    <PermissionLink
      permission="event-types:write"
      href={newEventTypePath(slug)}
      variant="primary"
      icon={<Plus />}
    >
      New event type
    </PermissionLink>
  );
}

function NoEventTypes() {
  return (
    <EmptyState
      icon={<Tags />}
      title="No event types yet"
      description="You can post events of any type without them. Describing them here shows receivers what to expect and fills test events."
      action={
        <>
          <NewEventTypeLink />
          <ButtonLink href="/docs">Read the docs</ButtonLink>
        </>
      }
    />
  );
}
