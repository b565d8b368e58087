"use client";

import { Table, TableBody, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryTableProps {
  deliveries: readonly Delivery[];
  fixed?: FixedDeliveryFilter;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function DeliveryTable({ deliveries, fixed = {}, openId, onOpen }: DeliveryTableProps) {
  return (
    <Table label="Deliveries" narrow="cards">
      <TableHead>
        {columnsOf(fixed).map((column) => (
          <TableHeaderCell key={column} numeric={numericColumns.has(column)}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            fixed={fixed}
            isOpen={delivery.id === openId}
            onOpen={onOpen}
          />
        ))}
      </TableBody>
    </Table>
  );
}

/** The columns of the log; what all its rows share needs none. */
export function columnsOf(fixed: FixedDeliveryFilter): string[] {
  return [
    "Status",
    ...(fixed.event ? [] : ["Event type"]),
    ...(fixed.endpoint ? [] : ["Endpoint"]),
    "Answer",
    "Duration",
    "Attempt",
    "Created",
  ];
}

const numericColumns = new Set(["Duration", "Attempt", "Created"]);
