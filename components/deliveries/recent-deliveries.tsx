"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { EndpointName } from "./endpoint-name.tsx";
import { ResponseCode } from "./response-code.tsx";

export interface RecentDeliveriesProps {
  /** Names the table. */
  label: string;
  deliveries: readonly Delivery[];
  /** Left out where all rows are of one endpoint. */
  withEndpoint?: boolean;
}

/** A few deliveries as a plain table; the log is the place for many. */
export function RecentDeliveries({ label, deliveries, withEndpoint = true }: RecentDeliveriesProps) {
  return (
    <Table label={label} narrow="cards">
      <TableHead>
        <TableHeaderCell>Status</TableHeaderCell>
        <TableHeaderCell>Event type</TableHeaderCell>
        {withEndpoint ? <TableHeaderCell>Endpoint</TableHeaderCell> : null}
        <TableHeaderCell>Code</TableHeaderCell>
        <TableHeaderCell numeric>Time</TableHeaderCell>
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} withEndpoint={withEndpoint} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ delivery, withEndpoint }: { delivery: Delivery; withEndpoint: boolean }) {
  const { slug } = useTenant();
  return (
    <TableRow>
      <TableCell label="Status">
        <DeliveryStatus delivery={delivery} look="plain" />
      </TableCell>
      <TableCell label="Event type" className="max-w-64">
        <RowLink
          href={`/${slug}/deliveries/${delivery.id}`}
          prefetch={false}
          className="block truncate font-mono"
        >
          <bdi title={delivery.eventType}>{delivery.eventType}</bdi>
        </RowLink>
      </TableCell>
      {withEndpoint ? (
        <TableCell label="Endpoint" className="max-w-72">
          <EndpointName url={delivery.endpointUrl} />
        </TableCell>
      ) : null}
      <TableCell label="Code">
        <ResponseCode outcome={delivery} />
      </TableCell>
      <TableCell numeric label="Time">
        <RelativeTime at={delivery.createdAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}
