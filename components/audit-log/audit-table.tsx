"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";
import { wordsFor } from "./action-words.ts";
import { AuditActor } from "./audit-actor.tsx";
import { AuditTarget } from "./audit-target.tsx";
import { describeDetails } from "./describe-details.ts";

export const auditColumns = ["When", "Who", "What", "Details", "Address"] as const;

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Table label="Audit log" narrow="cards">
      <TableHead>
        {auditColumns.map((column) => (
          <TableHeaderCell key={column}>{column}</TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ entry }: { entry: AuditEntry }) {
  const details = describeDetails(entry.details);
  return (
    <TableRow>
      <TableCell label="When" className="w-28 text-muted">
        <RelativeTime at={entry.createdAt} />
      </TableCell>
      <TableCell label="Who" className="max-w-56">
        <AuditActor actor={entry.actor} />
      </TableCell>
      <TableCell label="What" className="max-w-96 py-2.5">
        <span className="min-w-0 wrap-anywhere max-sm:text-right" title={entry.action}>
          {wordsFor(entry.action)} <AuditTarget entry={entry} />
        </span>
      </TableCell>
      <TableCell label={details ? "Details" : ""} className="max-w-80 py-2.5 text-muted max-sm:empty:hidden">
        {details ? <span className="min-w-0 wrap-anywhere max-sm:text-right">{details}</span> : null}
      </TableCell>
      <TableCell
        label={entry.ipAddress ? "Address" : ""}
        className="font-mono text-faint max-sm:empty:hidden"
      >
        {entry.ipAddress}
      </TableCell>
    </TableRow>
  );
}
