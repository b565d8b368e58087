"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { Email } from "#lib/contracts/emails.ts";

export const mailColumns = ["Subject", "To", "Written"] as const;

export interface MailTableProps {
  mails: readonly Email[];
  openId: string | null;
  onOpen: (id: string) => void;
}

export function MailTable({ mails, openId, onOpen }: MailTableProps) {
  return (
    <Table label="E-mails" narrow="cards">
      <TableHead>
        {mailColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Written"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {mails.map((mail) => (
          <TableRow key={mail.id} current={mail.id === openId}>
            <TableCell className="max-w-96">
              <button
                type="button"
                onClick={() => onOpen(mail.id)}
                className="max-w-full truncate text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
              >
                <bdi>{mail.subject}</bdi>
              </button>
            </TableCell>
            <TableCell label="To" className="max-w-72 text-muted">
              <span className="min-w-0 truncate" title={mail.recipient}>
                {mail.recipient}
              </span>
            </TableCell>
            <TableCell numeric label="Written">
              <RelativeTime at={mail.createdAt} className={`${aboveRowLink} text-muted`} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
