"use client";

import { Table, TableBody, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { narrowColumn } from "./narrow-column.ts";
import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryTableProps {
  deliveries: readonly Delivery[];
  fixed?: FixedDeliveryFilter;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function DeliveryTable({ deliveries, fixed = {}, openId, onOpen }: DeliveryTableProps) {
  return (
    <div className="@container">
      <Table label="Deliveries" narrow="cards">
        <TableHead>
          {columnsOf(fixed).map((column) => (
            <TableHeaderCell
              key={column}
              numeric={numericColumns.has(column)}
              className={narrowColumns.has(column) ? narrowColumn(fixed) : ""}
            >
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
    </div>
  );
}

// What all rows share needs no column.
function columnsOf(fixed: FixedDeliveryFilter): string[] {
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
const narrowColumns = new Set(["Duration", "Attempt"]);
