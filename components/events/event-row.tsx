"use client";

import { cardCell, cardRow } from "#components/log/card-style.ts";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { IdText } from "#components/ui/id-text.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Event } from "#lib/contracts/events.ts";
import { DeliveryMarks } from "./delivery-marks.tsx";
import { TagList } from "./tag-list.tsx";

export interface EventRowProps {
  event: Event;
  /** Its application's name, where the tenant has several. */
  application: string | undefined;
}

export function EventRow({ event, application }: EventRowProps) {
  const { slug } = useTenant();
  return (
    <TableRow className={cardRow}>
      <TableCell
        className={cn(cardCell, "max-w-80 max-sm:order-1 max-sm:w-3/5 max-sm:max-w-none max-sm:grow")}
      >
        <span className="flex min-w-0 items-center gap-2">
          <RowLink href={`/${slug}/events/${event.id}`} data-row={event.id} className="truncate font-mono">
            <bdi title={event.type}>{event.type}</bdi>
          </RowLink>
          {event.isTest ? <Badge tone="info">Test</Badge> : null}
        </span>
      </TableCell>
      <TableCell className={cn(cardCell, "max-sm:order-3 max-sm:grow")}>
        <IdText id={event.id} label="event id" className={cn(aboveRowLink, "text-muted")} />
      </TableCell>
      {application === undefined ? null : (
        <TableCell className={cn(cardCell, "max-w-48 max-sm:order-5 max-sm:w-full max-sm:max-w-none")}>
          <bdi className="block truncate" title={application}>
            {application}
          </bdi>
        </TableCell>
      )}
      <TableCell className={cn(cardCell, "max-w-64 max-sm:order-6 max-sm:w-full max-sm:max-w-none")}>
        <TagList tags={event.tags} most={2} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-sm:order-4")}>
        <DeliveryMarks counts={event.deliveryCounts} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "w-28 text-muted max-sm:order-2 max-sm:w-auto")}>
        <RelativeTime at={event.createdAt} className={aboveRowLink} />
      </TableCell>
    </TableRow>
  );
}
