"use client";

import { ActionColumns } from "#components/lists/action-columns.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableRow } from "#components/ui/table.tsx";
import type { PortalSession } from "#lib/contracts/portal.ts";
import { permissionWords } from "./permission-words.ts";
import { RevokeLink } from "./revoke-link.tsx";

export const portalSessionColumns = ["State", "May do", "Created by", "Opened", "Until"] as const;

export function PortalSessionTable({ sessions }: { sessions: readonly PortalSession[] }) {
  return (
    <Table label="Portal links" narrow="cards">
      <ActionColumns columns={portalSessionColumns} />
      <TableBody>
        {sessions.map((session) => (
          <Row key={session.id} session={session} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ session }: { session: PortalSession }) {
  const { state, permissions, createdBy, createdAt, openedAt, expiresAt } = session;
  const isLive = state === "open" || state === "unopened";
  return (
    <TableRow>
      <TableCell className="py-(--row-padding-tall)">
        <Badge tone={state === "open" ? "good" : "neutral"}>{stateWords[state]}</Badge>
      </TableCell>
      <TableCell label="May do" className="max-w-64 text-muted">
        {["View", ...permissions.map((permission) => permissionWords[permission].label)].join(", ")}
      </TableCell>
      <TableCell label="Created by" className="max-w-56 text-muted">
        <span className="block min-w-0">
          <bdi className="block truncate" title={createdBy}>
            {createdBy}
          </bdi>
          <RelativeTime at={createdAt} className="text-faint" />
        </span>
      </TableCell>
      <TableCell label="Opened" className="text-muted">
        {openedAt ? <RelativeTime at={openedAt} /> : <span className="text-faint">Never</span>}
      </TableCell>
      <TableCell label="Until" className="text-muted">
        <RelativeTime at={expiresAt} />
      </TableCell>
      <TableCell className="text-right">{isLive ? <RevokeLink session={session} /> : null}</TableCell>
    </TableRow>
  );
}

const stateWords = { unopened: "Not opened", open: "Open", expired: "Expired", revoked: "Revoked" };
