"use client";

import { Badge } from "#components/ui/badge.tsx";
import { formatNumber } from "#components/ui/format.ts";
import { IdText } from "#components/ui/id-text.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink, RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";

export const applicationColumns = ["Name", "Uid", "Endpoints", "Created"] as const;

export function ApplicationTable({ applications }: { applications: readonly Application[] }) {
  return (
    <Table label="Applications" narrow="cards">
      <TableHead>
        {applicationColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Endpoints" || column === "Created"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {applications.map((application) => (
          <Row key={application.id} application={application} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ application }: { application: Application }) {
  const { slug } = useTenant();
  const { id, uid, name, isDefault, endpointCount, createdAt } = application;
  return (
    <TableRow>
      <TableCell className="max-w-96">
        <span className="flex min-w-0 items-center gap-2">
          <RowLink href={`/${slug}/applications/${id}`} title={name} className="min-w-0 truncate">
            <bdi>{name}</bdi>
          </RowLink>
          {isDefault ? <Badge className="shrink-0">Default</Badge> : null}
        </span>
      </TableCell>
      <TableCell label="Uid" className="max-w-64">
        <IdText id={uid} label="uid" tail={12} className={aboveRowLink} />
      </TableCell>
      <TableCell numeric label="Endpoints">
        {formatNumber(endpointCount)}
      </TableCell>
      <TableCell numeric label="Created">
        <RelativeTime at={createdAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}
