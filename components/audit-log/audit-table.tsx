"use client";

import { cardCell, cardRow } from "#components/log/card-style.ts";
import { cn } from "#components/ui/cn.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { AuditEntry } from "#lib/contracts/audit-log.ts";
import { wordsFor } from "./action-words.ts";
import { AuditActor } from "./audit-actor.tsx";
import { AuditTarget } from "./audit-target.tsx";
import { describeDetails } from "./describe-details.ts";

export const auditColumns = ["When", "Who", "What", "Details", "Address"] as const;

export interface AuditTableProps {
  entries: readonly AuditEntry[];
  onChooseActor: (actor: string) => void;
}

export function AuditTable({ entries, onChooseActor }: AuditTableProps) {
  return (
    <Table label="Audit log" narrow="cards">
      <TableHead>
        {auditColumns.map((column) => (
          <TableHeaderCell key={column}>{column}</TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} onChooseActor={onChooseActor} />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = { entry: AuditEntry; onChooseActor: (actor: string) => void };

function Row({ entry, onChooseActor }: RowProps) {
  const details = describeDetails(entry.details);
  return (
    <TableRow className={cardRow}>
      <TableCell className={cn(cardCell, "w-28 text-muted max-sm:order-2 max-sm:ml-auto max-sm:w-auto")}>
        <RelativeTime at={entry.createdAt} />
      </TableCell>
      <TableCell className={cn(cardCell, "max-w-56 max-sm:order-1 max-sm:max-w-3/5")}>
        <AuditActor actor={entry.actor} onChoose={onChooseActor} />
      </TableCell>
      <TableCell
        className={cn(
          cardCell,
          "max-w-96 py-(--row-padding-tall) max-sm:order-3 max-sm:w-full max-sm:max-w-none",
        )}
      >
        <span className="line-clamp-3 wrap-anywhere" title={`${entry.action} ${entry.target.label}`}>
          {wordsFor(entry.action)} <AuditTarget entry={entry} />
        </span>
      </TableCell>
      <TableCell
        className={cn(
          cardCell,
          "max-w-80 py-(--row-padding-tall) text-muted max-sm:order-4 max-sm:max-w-full max-sm:empty:hidden",
        )}
      >
        {details ? <span className="wrap-anywhere">{details}</span> : null}
      </TableCell>
      <TableCell className={cn(cardCell, "font-mono text-faint max-sm:order-5 max-sm:empty:hidden")}>
        {entry.ipAddress}
      </TableCell>
    </TableRow>
  );
}
