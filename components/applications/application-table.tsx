"use client";

import { cardCell, cardRow } from "#components/log/card-style.ts";
import { Badge } from "#components/ui/badge.tsx";
import { cn } from "#components/ui/cn.ts";
import { formatCount, formatNumber } from "#components/ui/format.ts";
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
    <TableRow className={cardRow}>
      <TableCell className={cn(cardCell, "max-w-96 max-sm:order-1 max-sm:w-full max-sm:max-w-none")}>
        <span className="flex min-w-0 items-center gap-2">
          <RowLink href={`/${slug}/applications/${id}`} title={name} className="min-w-0 truncate">
            <bdi>{name}</bdi>
          </RowLink>
          {isDefault && name !== "Default" ? <Badge className="shrink-0">Default</Badge> : null}
        </span>
      </TableCell>
      <TableCell className={cn(cardCell, "max-w-64 max-sm:order-2 max-sm:w-full max-sm:max-w-none")}>
        <IdText id={uid} label="uid" tail={12} className={aboveRowLink} />
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-3")}>
        <span className="max-sm:hidden">{formatNumber(endpointCount)}</span>
        <span className="text-muted sm:hidden">{formatCount(endpointCount, "endpoint")}</span>
      </TableCell>
      <TableCell numeric className={cn(cardCell, "max-sm:order-4 max-sm:ml-auto")}>
        <RelativeTime at={createdAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}
