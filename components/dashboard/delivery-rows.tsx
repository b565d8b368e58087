"use client";

import { Countdown } from "#components/ui/countdown.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { shortUrl } from "./short-url.ts";

export interface DeliveryRowsProps {
  /** Names the table. */
  label: string;
  deliveries: readonly Delivery[];
  /** Left out where all rows are of one endpoint. */
  withEndpoint?: boolean;
}

/** A few deliveries as a plain table; the log page is the place for many. */
export function DeliveryRows({ label, deliveries, withEndpoint = true }: DeliveryRowsProps) {
  return (
    <Table label={label} narrow="cards">
      <TableHead>
        <TableHeaderCell>Status</TableHeaderCell>
        <TableHeaderCell>Event type</TableHeaderCell>
        {withEndpoint ? <TableHeaderCell>Endpoint</TableHeaderCell> : null}
        <TableHeaderCell>Answer</TableHeaderCell>
        <TableHeaderCell numeric>When</TableHeaderCell>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} withEndpoint={withEndpoint} />
        ))}
      </TableBody>
    </Table>
  );
}

function DeliveryRow({ delivery, withEndpoint }: { delivery: Delivery; withEndpoint: boolean }) {
  const { slug } = useTenant();
  return (
    <TableRow>
      <TableCell label="Status">
        <StatusBadge status={delivery.status} look="plain" detail={nextTry(delivery)} />
      </TableCell>
      <TableCell label="Event type">
        <RowLink href={`/${slug}/deliveries/${delivery.id}`} className="font-mono">
          {delivery.eventType}
        </RowLink>
      </TableCell>
      {withEndpoint ? (
        <TableCell label="Endpoint" className="max-w-72">
          <span className="block truncate text-muted" title={delivery.endpointUrl}>
            {shortUrl(delivery.endpointUrl)}
          </span>
        </TableCell>
      ) : null}
      <TableCell label="Answer">
        <span className="text-muted">{answerOf(delivery)}</span>
      </TableCell>
      <TableCell numeric label="When">
        <RelativeTime at={delivery.completedAt ?? delivery.createdAt} className={aboveRowLink} />
      </TableCell>
    </TableRow>
  );
}

function nextTry({ status, nextAttemptAt }: Delivery) {
  if (status !== "retrying" || !nextAttemptAt) return undefined;
  return (
    <>
      next in <Countdown to={nextAttemptAt} done="a moment" />
    </>
  );
}

function answerOf({ responseStatus, errorKind, attemptCount }: Delivery): string {
  if (responseStatus !== null) return `HTTP ${responseStatus}`;
  if (errorKind !== null) return errorWords[errorKind];
  return attemptCount === 0 ? "Not sent yet" : "–";
}

const errorWords: Record<NonNullable<Delivery["errorKind"]>, string> = {
  dns: "Name not found",
  connect: "No connection",
  tls: "TLS failure",
  timeout: "Timed out",
  blocked: "Address blocked",
  redirect: "Redirect",
  http_4xx: "Client error",
  http_5xx: "Server error",
  gone: "Gone",
  throttled: "Throttled",
  protocol: "Not HTTP",
  unknown: "Interrupted",
};
