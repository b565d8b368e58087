"use client";

import { useSteadyRows } from "#components/lists/use-steady-rows.ts";
import { cardCell, cardRow } from "#components/log/card-style.ts";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryStatus } from "./delivery-status.tsx";
import { EndpointName } from "./endpoint-name.tsx";
import { ResponseCode } from "./response-code.tsx";

/** Named as in the log. */
export function recentColumns(withEndpoint: boolean): string[] {
  return ["Status", "Event type", ...(withEndpoint ? ["Endpoint"] : []), "Answer", "Created"];
}

export interface RecentDeliveriesProps {
  /** Names the table. */
  label: string;
  deliveries: readonly Delivery[];
  /** Left out where all rows are of one endpoint. */
  withEndpoint?: boolean;
}

/** A few deliveries as a plain table; the log is the place for many. */
export function RecentDeliveries({ label, deliveries, withEndpoint = true }: RecentDeliveriesProps) {
  const { rows, hold } = useSteadyRows(deliveries);
  return (
    <Table label={label} narrow="cards">
      <TableHead>
        {recentColumns(withEndpoint).map((column) => (
          <TableHeaderCell key={column} numeric={column === "Created"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody {...hold}>
        {rows.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} withEndpoint={withEndpoint} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ delivery, withEndpoint }: { delivery: Delivery; withEndpoint: boolean }) {
  const { slug } = useTenant();
  return (
    <TableRow className={cardRow}>
      <TableCell className={cn(cardCell, "max-sm:order-1 max-sm:grow")}>
        <DeliveryStatus delivery={delivery} look="plain" />
      </TableCell>
      <TableCell className={cn(cardCell, "max-w-64 max-sm:order-3 max-sm:w-full max-sm:max-w-none")}>
        <RowLink
          href={`/${slug}/deliveries/${delivery.id}`}
          prefetch={false}
          className="block truncate font-mono"
        >
          <bdi title={delivery.eventType}>{delivery.eventType}</bdi>
        </RowLink>
      </TableCell>
      {withEndpoint ? (
        <TableCell className={cn(cardCell, "max-w-72 max-sm:order-4 max-sm:grow")}>
          <EndpointName url={delivery.endpointUrl} />
        </TableCell>
      ) : null}
      <TableCell className={cn(cardCell, "max-sm:order-5")}>
        <ResponseCode outcome={delivery} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-2")}>
        <RelativeTime at={delivery.createdAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}
