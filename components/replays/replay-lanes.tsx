"use client";

import { CircleCheck } from "lucide-react";
import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { ReplayDetail, ReplayLane } from "#lib/contracts/replays.ts";

/** How far it is at each endpoint, and why not further. */
export function ReplayLanes({ replay }: { replay: ReplayDetail }) {
  return (
    <Card>
      <CardHeader title="By endpoint" />
      {replay.endpoints.length === 0 ? (
        <EmptyState
          icon={<CircleCheck />}
          title={replay.total === null ? "Counting the deliveries…" : "No delivery was like this"}
          className="py-10"
        />
      ) : (
        <Lanes replay={replay} />
      )}
    </Card>
  );
}

function Lanes({ replay }: { replay: ReplayDetail }) {
  return (
    <Table label="Progress by endpoint" narrow="cards">
      <TableHead>
        <TableHeaderCell>Endpoint</TableHeaderCell>
        <TableHeaderCell>Now</TableHeaderCell>
        <TableHeaderCell numeric>Sent</TableHeaderCell>
        <TableHeaderCell numeric>Skipped</TableHeaderCell>
      </TableHead>
      <TableBody>
        {replay.endpoints.map((lane) => (
          <Lane key={lane.endpoint} lane={lane} replay={replay} />
        ))}
      </TableBody>
    </Table>
  );
}

function Lane({ lane, replay }: { lane: ReplayLane; replay: ReplayDetail }) {
  const { slug } = useTenant();
  const { endpoint, endpointUrl, endpointState, total, opened, skipped } = lane;
  return (
    <TableRow className={cardRow}>
      <TableCell className={cn(cardCell, "max-w-72 max-sm:order-1 max-sm:w-full max-sm:max-w-none")}>
        {endpointState === "deleted" ? (
          <span className="flex min-w-0 items-center gap-2">
            <EndpointName url={endpointUrl} className="min-w-0 font-mono text-muted" />
            <Badge className="shrink-0">Deleted</Badge>
          </span>
        ) : (
          <RowLink href={`/${slug}/endpoints/${endpoint}`} className="block truncate">
            <EndpointName url={endpointUrl} className="font-mono" />
          </RowLink>
        )}
      </TableCell>
      <TableCell className={cn(cardCell, "text-muted max-sm:order-2 max-sm:w-full")}>
        {nowOf(lane, replay)}
      </TableCell>
      <TableCell numeric label="Sent" className={cn(cardCell, "whitespace-nowrap max-sm:order-3")}>
        <span>
          {formatNumber(opened)} <span className="text-muted">of {formatNumber(total)}</span>
        </span>
      </TableCell>
      <TableCell
        numeric
        label="Skipped"
        className={cn(cardCell, "max-sm:order-4", skipped === 0 && "text-faint max-sm:hidden!")}
      >
        {formatNumber(skipped)}
      </TableCell>
    </TableRow>
  );
}

const skippedBecause = {
  disabled: "Skipped: the endpoint is disabled",
  deleted: "Skipped: the endpoint is deleted",
  changed: "Done; some were resent or changed meanwhile",
} as const;

const heldBackBy = {
  pause: "Waits: the endpoint is paused",
  throttle: "Waits: the endpoint asked for it",
  failures: "Waits: the endpoint keeps failing",
} as const;

function nowOf(
  { skippedReason, heldBackBy: cause, total, opened, skipped }: ReplayLane,
  { status }: ReplayDetail,
): string {
  if (skippedReason) return skippedBecause[skippedReason];
  if (opened + skipped >= total) return "Done";
  if (status === "canceled") return "Canceled";
  if (status === "paused") return "Paused";
  return cause ? heldBackBy[cause] : "Sending";
}
