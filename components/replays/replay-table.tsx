"use client";

import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { useSteadyRows } from "#components/lists/use-steady-rows.ts";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { cn } from "#components/ui/cn.ts";
import { formatNumber } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Replay } from "#lib/contracts/replays.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { describeWhich, placeOf } from "./scope-words.ts";

export const replayColumns = ["Deliveries", "Status", "Progress", "Started by", "Started"] as const;

export function ReplayTable({ replays }: { replays: readonly Replay[] }) {
  const { rows, hold } = useSteadyRows(replays);
  return (
    <Table label="Replays" narrow="cards">
      <TableHead>
        {replayColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Started"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody {...hold}>
        {rows.map((replay) => (
          <Row key={replay.id} replay={replay} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ replay }: { replay: Replay }) {
  const { startedBy, createdAt } = replay;
  return (
    <TableRow className={cardRow}>
      <TableCell
        className={cn(
          cardCell,
          "max-w-80 py-(--row-padding-tall) max-sm:order-1 max-sm:w-full max-sm:max-w-none",
        )}
      >
        <Name replay={replay} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-sm:order-3")}>
        <StatusBadge status={replay.status} look="plain" />
      </TableCell>
      <TableCell className={cn(cardCell, "w-56 max-sm:order-2 max-sm:w-full max-sm:py-1.5!")}>
        <Progress replay={replay} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-w-48 max-sm:hidden!")}>
        <bdi title={startedBy.label} className="block truncate text-muted">
          {startedBy.label}
        </bdi>
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-4 max-sm:ml-auto")}>
        <RelativeTime at={createdAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}

function Name({ replay: { id, scope } }: { replay: Replay }) {
  const { slug } = useTenant();
  return (
    <span className="block min-w-0 max-w-full">
      <RowLink href={`/${slug}/replays/${id}`} className="block truncate">
        {scope.endpointUrl ? (
          <EndpointName url={scope.endpointUrl} className="font-mono" />
        ) : (
          <bdi>{placeOf(scope)}</bdi>
        )}
      </RowLink>
      <span title={describeWhich(scope)} className="block truncate text-muted">
        {describeWhich(scope)}
      </span>
    </span>
  );
}

function Progress({ replay }: { replay: Replay }) {
  const { total, opened } = replay;
  return (
    <span className="block w-full">
      <span className="mb-1 block text-muted text-xs tabular-nums">
        {total === null ? "Counting…" : `${formatNumber(opened)} of ${formatNumber(total)} sent`}
      </span>
      <ProgressBar replay={replay} label="Progress" className="h-1.5" />
    </span>
  );
}
