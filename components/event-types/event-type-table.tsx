"use client";

import { Archive } from "lucide-react";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatCount, formatNumber } from "#components/ui/format.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { eventTypePath } from "./event-type-path.ts";
import { useSubscriberCount } from "./use-subscribers.ts";

export const eventTypeColumns = ["Name", "Description", "Schema", "Endpoints", "Changed"] as const;

export function EventTypeTable({ eventTypes }: { eventTypes: readonly EventType[] }) {
  const subscribersOf = useSubscriberCount();
  return (
    <Table label="Event types" narrow="cards">
      <TableHead>
        {eventTypeColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Endpoints" || column === "Changed"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {eventTypes.map((eventType) => (
          <Row key={eventType.name} eventType={eventType} subscribers={subscribersOf?.(eventType.name)} />
        ))}
      </TableBody>
    </Table>
  );
}

interface RowProps {
  eventType: EventType;
  /** How many endpoints receive it; undefined where that is not known. */
  subscribers: number | undefined;
}

function Row({ eventType, subscribers }: RowProps) {
  const { slug } = useTenant();
  const { name, description, archived, schema, updatedAt } = eventType;
  return (
    <TableRow className={cardRow}>
      <TableCell className={cn(cardCell, "max-w-80 max-sm:order-1 max-sm:w-full max-sm:max-w-none")}>
        <span className="flex min-w-0 items-center gap-2">
          <RowLink href={eventTypePath(slug, name)} title={name} className="min-w-0 truncate font-mono">
            {name}
          </RowLink>
          {archived ? (
            <Badge tone="outline" icon={<Archive aria-hidden />} className="shrink-0">
              Archived
            </Badge>
          ) : null}
        </span>
      </TableCell>
      <TableCell
        className={cn(
          cardCell,
          "max-w-96 text-muted max-sm:order-2 max-sm:w-full max-sm:max-w-none max-sm:empty:hidden",
        )}
      >
        {description ? (
          <bdi title={description} className="block truncate max-sm:line-clamp-3 max-sm:whitespace-normal">
            {description}
          </bdi>
        ) : null}
      </TableCell>
      <TableCell className={cn(cardCell, "text-muted max-sm:hidden!")}>
        {schema ? "Yes" : <span className="text-faint">None</span>}
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-3")}>
        <Subscribers count={subscribers} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-4 max-sm:ml-auto")}>
        <RelativeTime at={updatedAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}

function Subscribers({ count }: { count: number | undefined }) {
  if (count === undefined) return <span className="text-faint max-sm:hidden">–</span>;
  return (
    <>
      <span className="max-sm:hidden">{formatNumber(count)}</span>
      <span className="text-muted sm:hidden">{formatCount(count, "endpoint")}</span>
    </>
  );
}
