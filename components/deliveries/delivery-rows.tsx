"use client";

import { Send } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { LoadFailure } from "#components/log/load-failure.tsx";
import { LogSkeleton } from "#components/log/log-skeleton.tsx";
import { NothingFound } from "#components/log/nothing-found.tsx";
import type { LogSelection } from "#components/log/use-selection.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ApiProblem } from "#lib/client/problem.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryTable } from "./delivery-table.tsx";
import type { FixedDeliveryFilter, useDeliveryFilter } from "./use-delivery-filter.ts";
import type { DeliveryRowsState } from "./use-delivery-rows.ts";

export interface DeliveryRowsProps {
  log: DeliveryRowsState;
  state: ReturnType<typeof useDeliveryFilter>;
  fixed: FixedDeliveryFilter;
  selection: LogSelection<Delivery>;
  openId: string | null;
  onOpen: (id: string) => void;
}

/** The rows, or why there are none. */
export function DeliveryRows({ log, state, fixed, ...rows }: DeliveryRowsProps) {
  if (log.isLoading) return <LogSkeleton things="deliveries" />;
  if (log.error) {
    const isLost = log.error instanceof ApiProblem && log.error.code === "invalid_cursor";
    return <LoadFailure error={log.error} onRetry={isLost ? state.showFirstPage : log.retry} />;
  }
  if (log.page.data.length === 0) {
    return state.isFiltered ? (
      <NothingFound page={log.page} things="deliveries" onClear={state.clear} />
    ) : (
      <NoDeliveries fixed={fixed} />
    );
  }
  return (
    <div aria-busy={log.isStale} className={cn("transition-opacity", log.isStale && "opacity-60")}>
      <DeliveryTable deliveries={log.page.data} fixed={fixed} {...rows} />
    </div>
  );
}

function NoDeliveries({ fixed }: { fixed: FixedDeliveryFilter }) {
  const { slug } = useTenant();
  if (fixed.endpoint) {
    return (
      <EmptyState
        icon={<Send />}
        title="Nothing was sent to this endpoint yet"
        description="Events of the types it subscribes to show up here as soon as they are posted, and so do test events."
        action={<ButtonLink href={`/${slug}/endpoints/${fixed.endpoint}/test`}>Send a test event</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Send />}
      title="No deliveries yet"
      description="Each event becomes one delivery for every endpoint that subscribes to its type. They show up here, live."
      action={
        <>
          <PermissionLink permission="endpoints:write" href={`/${slug}/endpoints/new`} variant="primary">
            Create an endpoint
          </PermissionLink>
          <ButtonLink href={`/${slug}/developers`}>Post an event</ButtonLink>
        </>
      }
    />
  );
}
