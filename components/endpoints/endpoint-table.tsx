"use client";

import { useQuery } from "@tanstack/react-query";
import { Sparkline } from "#components/charts/sparkline.tsx";
import { successShare, successTone } from "#components/dashboard/attempt-stats.ts";
import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatDuration, formatPercent } from "#components/ui/format.ts";
import { RowLink } from "#components/ui/row-link.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { endpointSparklinesQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import type { Answer } from "#lib/contracts/operation.ts";
import type { listEndpointStats } from "#lib/contracts/stats.ts";
import { ApplicationName } from "./application-name.tsx";
import { EndpointBadge } from "./endpoint-badge.tsx";
import { EventTypeSummary } from "./event-type-summary.tsx";

export const endpointColumns = [
  "Endpoint",
  "State",
  "Application",
  "Event types",
  "Last 24 hours",
  "Success",
  "p95",
] as const;

type EndpointDay = Answer<typeof listEndpointStats>["data"][number];

export function EndpointTable({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const { id } = useTenant();
  const stats = useQuery(
    endpointSparklinesQuery(
      id,
      endpoints.map((endpoint) => endpoint.id),
    ),
  );
  const dayOf = (endpoint: Endpoint) =>
    stats.data ? (stats.data.data.find((row) => row.endpoint === endpoint.id) ?? null) : undefined;
  return (
    <Table label="Endpoints" narrow="cards">
      <TableHead>
        {endpointColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Success" || column === "p95"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} day={dayOf(endpoint)} />
        ))}
      </TableBody>
    </Table>
  );
}

/** `day` is undefined while it loads and null when nothing was sent. */
function EndpointRow({ endpoint, day }: { endpoint: Endpoint; day: EndpointDay | null | undefined }) {
  return (
    <TableRow>
      <TableCell className="max-w-80 py-2.5">
        <EndpointLink endpoint={endpoint} />
      </TableCell>
      <TableCell label="State">
        <EndpointBadge endpoint={endpoint} look="plain" />
      </TableCell>
      <TableCell label="Application" className="max-w-40 text-muted">
        <ApplicationName id={endpoint.application} />
      </TableCell>
      <TableCell label="Event types" className="max-w-52">
        <EventTypeSummary patterns={endpoint.eventTypes} />
      </TableCell>
      <TableCell label="Last 24 hours">
        <DaySparkline day={day} />
      </TableCell>
      <TableCell numeric label="Success">
        <DaySuccess day={day} />
      </TableCell>
      <TableCell numeric label="p95">
        {day?.p95Ms === null || !day ? <None isLoading={day === undefined} /> : formatDuration(day.p95Ms)}
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
      {endpoint.description ? <bdi className="block truncate text-muted">{endpoint.description}</bdi> : null}
    </span>
  );
}

function DaySparkline({ day }: { day: EndpointDay | null | undefined }) {
  if (day === undefined) return <Skeleton className="h-7 w-36" />;
  if (day === null) return <span className="text-faint">Nothing sent</span>;
  const buckets = day.hours.map(({ delivered, retried, failed }) => ({
    delivered,
    retrying: retried,
    failed,
  }));
  return <Sparkline label="Last 24 hours" buckets={buckets} />;
}

function DaySuccess({ day }: { day: EndpointDay | null | undefined }) {
  const share = day ? successShare(day) : null;
  if (share === null) return <None isLoading={day === undefined} />;
  return <span className={cn("font-medium", inks[successTone(share)])}>{formatPercent(share)}</span>;
}

function None({ isLoading }: { isLoading: boolean }) {
  return isLoading ? <Skeleton className="ml-auto w-10" /> : <span className="text-faint">–</span>;
}

const inks = { plain: "", good: "text-delivered", warn: "text-retrying", bad: "text-failed" };
