"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { aboveRowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import type { InboxRequest } from "#lib/contracts/inbox.ts";
import { SignatureMark } from "./signature-mark.tsx";

export const receivedColumns = ["Request", "Signature", "Answered", "Received"] as const;

export interface ReceivedTableProps {
  requests: readonly InboxRequest[];
  openId: string | null;
  onOpen: (id: string) => void;
}

export function ReceivedTable({ requests, openId, onOpen }: ReceivedTableProps) {
  return (
    <Table label="Received requests" narrow="cards">
      <TableHead>
        {receivedColumns.map((column) => (
          <TableHeaderCell key={column} numeric={column === "Received"}>
            {column}
          </TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <Row
            key={request.id}
            request={request}
            isOpen={request.id === openId}
            onOpen={() => onOpen(request.id)}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type RowProps = { request: InboxRequest; isOpen: boolean; onOpen: () => void };

function Row({ request, isOpen, onOpen }: RowProps) {
  return (
    <TableRow current={isOpen}>
      <TableCell className="max-w-64">
        <button
          type="button"
          onClick={onOpen}
          className="max-w-full truncate text-left font-medium font-mono text-sm outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <span className="text-brass">{request.method}</span>{" "}
          <bdi>{request.eventType ?? "other content"}</bdi>
        </button>
      </TableCell>
      <TableCell label="Signature">
        <SignatureMark signature={request.signature} />
      </TableCell>
      <TableCell label="Answered">
        <span className="font-mono">{answered(request)}</span>
      </TableCell>
      <TableCell numeric label="Received">
        <RelativeTime at={request.receivedAt} className={`${aboveRowLink} text-muted`} />
      </TableCell>
    </TableRow>
  );
}

function answered({ status, delaySeconds }: InboxRequest): string {
  if (status === 0) return "never";
  return delaySeconds > 0 ? `${status} after ${delaySeconds} s` : String(status);
}
