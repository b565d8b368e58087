"use client";

import { useQuery } from "@tanstack/react-query";
import { Table, TableBody, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import { applicationsQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Event } from "#lib/contracts/events.ts";
import { EventRow } from "./event-row.tsx";

const eventColumns = ["Event type", "Id", "Tags", "Deliveries", "Received"];

export function EventTable({ events }: { events: readonly Event[] }) {
  const names = useApplicationNames();
  const columns = names
    ? [...eventColumns.slice(0, 2), "Application", ...eventColumns.slice(2)]
    : eventColumns;
  return (
    <Table label="Events" narrow="cards">
      <TableHead>
        {columns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Received"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            application={names && (names.get(event.application) ?? event.application)}
          />
        ))}
      </TableBody>
    </Table>
  );
}

// A tenant with nothing but its default application never needs to meet the idea.
function useApplicationNames(): Map<string, string> | undefined {
  const tenant = useTenant();
  const { data } = useQuery({
    ...applicationsQuery(tenant.id, { limit: 250 }),
    enabled: !tenant.portal,
  });
  if (!data || data.data.length < 2) return undefined;
  return new Map(data.data.map(({ id, name }) => [id, name]));
}
