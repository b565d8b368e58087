"use client";

import { SelectHeaderCell } from "#components/log/select-cell.tsx";
import type { LogSelection } from "#components/log/use-selection.ts";
import { cn } from "#components/ui/cn.ts";
import { Table, TableBody, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import type { Delivery } from "#lib/contracts/deliveries.ts";
import { DeliveryRow } from "./delivery-row.tsx";
import { narrowColumn, wideColumn } from "./narrow-column.ts";
import type { FixedDeliveryFilter } from "./use-delivery-filter.ts";

export interface DeliveryTableProps {
  deliveries: readonly Delivery[];
  fixed?: FixedDeliveryFilter;
  /** What is chosen of them; without it nothing can be. */
  selection?: LogSelection<Delivery> | undefined;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function DeliveryTable({ deliveries, fixed = {}, selection, openId, onOpen }: DeliveryTableProps) {
  return (
    <div className="@container">
      <Table label="Deliveries" narrow="cards">
        <TableHead>
          {selection ? <SelectHeaderCell selection={selection} /> : null}
          {columnsOf(fixed).map((column) => (
            <TableHeaderCell
              key={column}
              numeric={numericColumns.has(column)}
              className={cn(
                narrowColumns.has(column) && narrowColumn(fixed),
                column === "Id" && wideColumn(fixed),
              )}
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
              selection={selection}
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
    "Id",
    "Answer",
    "Duration",
    "Attempt",
    "Created",
  ];
}

const numericColumns = new Set(["Duration", "Attempt", "Created"]);
const narrowColumns = new Set(["Duration", "Attempt"]);
