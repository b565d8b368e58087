"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import type { LogPage } from "#components/log/live-rows.ts";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { LogSkeleton } from "#components/log/log-skeleton.tsx";
import { NothingFound } from "#components/log/nothing-found.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ApiProblem } from "#lib/client/problem.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Event } from "#lib/contracts/events.ts";
import { EventTable } from "./event-table.tsx";
import type { useEventFilter } from "./use-event-filter.ts";

export interface EventRowsProps {
  page: LogPage<Event>;
  query: UseQueryResult<unknown>;
  state: ReturnType<typeof useEventFilter>;
}

/** The rows, or why there are none. */
export function EventRows({ page, query, state }: EventRowsProps) {
  if (query.isPending) return <LogSkeleton things="events" />;
  if (query.isError && query.data === undefined) {
    const isLost = query.error instanceof ApiProblem && query.error.code === "invalid_cursor";
    const retry = () => void query.refetch();
    return <LoadFailure error={query.error} onRetry={isLost ? state.showFirstPage : retry} />;
  }
  if (page.data.length === 0) {
    if (!state.isFiltered) return <NoEvents />;
    return <NothingFound page={page} things="events" onClear={state.clear} />;
  }
  const isStale = query.isPlaceholderData;
  return (
    <div aria-busy={isStale} className={cn("transition-opacity", isStale && "opacity-60")}>
      <EventTable events={page.data} />
    </div>
  );
}

function NoEvents() {
  const { slug } = useTenant();
  return (
    <EmptyState
      icon={<Zap />}
      title="No events yet"
      description="Post the first one with an API key, from your backend or with curl. It shows up here within seconds."
      action={
        <ButtonLink href={`/${slug}/developers`} variant="primary">
          Post your first event
        </ButtonLink>
      }
    />
  );
}
