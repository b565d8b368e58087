"use client";

import { useQuery } from "@tanstack/react-query";
import { Table, TableBody, TableHead, TableHeaderCell } from "#components/ui/table.tsx";
import { endpointSparklinesQuery } from "#lib/client/stats.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { EndpointRow } from "./endpoint-row.tsx";

export const endpointColumns = [
  "Endpoint",
  "State",
  "Application",
  "Event types",
  "Last 24 hours",
  "Success",
  "p95",
] as const;

export function EndpointTable({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const { id } = useTenant();
  const ids = endpoints.map((endpoint) => endpoint.id);
  const { data } = useQuery(endpointSparklinesQuery(id, ids));
  const dayOf = (endpoint: Endpoint) =>
    data ? (data.data.find((row) => row.endpoint === endpoint.id) ?? null) : undefined;
  return (
    <Table label="Endpoints" narrow="cards">
      <TableHead>
        {endpointColumns.map((column) => (
          <TableHeaderCell
            key={column}
            numeric={column === "Success" || column === "p95"}
            {...(column === "Application"
              ? { className: "in-data-portal:hidden in-data-one-application:hidden" }
              : {})}
          >
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} day={dayOf(endpoint)} />
        ))}
      </TableBody>
    </Table>
  );
}
