"use client";

import { Sparkline } from "#components/charts/sparkline.tsx";
import { successShare, successTone } from "#components/dashboard/attempt-stats.ts";
import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { cn } from "#components/ui/cn.ts";
import { formatDuration, formatPercent } from "#components/ui/format.ts";
import { RowLink } from "#components/ui/row-link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import type { Answer } from "#lib/contracts/operation.ts";
import type { listEndpointStats } from "#lib/contracts/stats.ts";
import { ApplicationName } from "./application-name.tsx";
import { EndpointBadge } from "./endpoint-badge.tsx";
import { EventTypeSummary } from "./event-type-summary.tsx";

export type EndpointDay = Answer<typeof listEndpointStats>["data"][number];

export interface EndpointRowProps {
  endpoint: Endpoint;
  /** Its last 24 hours; undefined while they load, null when nothing was sent. */
  day: EndpointDay | null | undefined;
}

export function EndpointRow({ endpoint, day }: EndpointRowProps) {
  return (
    <TableRow className={cardRow}>
      <TableCell
        className={cn(
          cardCell,
          "max-w-78 py-(--row-padding-tall) min-[1360px]:max-w-84 max-sm:order-1 max-sm:w-full max-sm:max-w-none",
        )}
      >
        <EndpointLink endpoint={endpoint} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-sm:order-2 max-sm:w-24")}>
        <EndpointBadge endpoint={endpoint} look="plain" />
      </TableCell>
      <TableCell
        className={cn(
          cardCell,
          "max-w-36 truncate text-muted in-data-portal:hidden! in-data-one-application:hidden! max-sm:order-6",
        )}
      >
        <ApplicationName id={endpoint.application} />
      </TableCell>
      <TableCell
        className={cn(cardCell, "max-w-56 max-sm:order-5 max-sm:max-w-full max-sm:grow max-sm:basis-3/5")}
      >
        <EventTypeSummary patterns={endpoint.eventTypes} />
      </TableCell>
      <TableCell className={cn(cardCell, "w-40 max-sm:order-7 max-sm:w-full max-sm:pt-2!")}>
        <DaySparkline day={day} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "whitespace-nowrap max-sm:order-3 max-sm:ml-auto")}>
        <DaySuccess day={day} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "whitespace-nowrap max-sm:order-4")}>
        {day && day.p95Ms !== null ? formatDuration(day.p95Ms) : <None isLoading={day === undefined} />}
      </TableCell>
    </TableRow>
  );
}

function EndpointLink({ endpoint }: { endpoint: Endpoint }) {
  const { slug } = useTenant();
  return (
    <span className="block min-w-0 max-w-full">
      <RowLink
        href={`/${slug}/endpoints/${endpoint.id}`}
        title={endpoint.url}
        className="block truncate font-mono"
      >
        <EndpointName url={endpoint.url} />
      </RowLink>
      {endpoint.description ? (
        <bdi title={endpoint.description} className="block truncate text-muted">
          {endpoint.description}
        </bdi>
      ) : null}
    </span>
  );
}

/** Narrower where the table would otherwise have to be panned. */
const dayWidth = "w-20 max-sm:w-full min-[1360px]:w-36";

function DaySparkline({ day }: { day: EndpointDay | null | undefined }) {
  if (day === undefined) return <Skeleton className={cn("h-7", dayWidth)} />;
  if (day === null) return <span className="text-faint">Nothing sent</span>;
  const buckets = day.hours.map(({ delivered, retried, failed }) => ({
    delivered,
    retrying: retried,
    failed,
  }));
  return <Sparkline label="Last 24 hours" buckets={buckets} className={cn("block", dayWidth)} />;
}

function DaySuccess({ day }: { day: EndpointDay | null | undefined }) {
  const share = day ? successShare(day) : null;
  if (share === null) return <None isLoading={day === undefined} />;
  return <span className={inks[successTone(share)]}>{formatPercent(share)}</span>;
}

function None({ isLoading }: { isLoading: boolean }) {
  return isLoading ? <Skeleton className="ml-auto w-10" /> : <span className="text-faint">–</span>;
}

const inks = { plain: "", warn: "font-medium text-retrying", bad: "font-medium text-failed" };
