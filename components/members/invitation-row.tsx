"use client";

import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Invitation } from "#lib/contracts/invitations.ts";
import { roleMeanings } from "#lib/contracts/permissions.ts";
import { InvitationActions } from "./invitation-actions.tsx";
import type { InvitationLinks } from "./use-invitation-links.ts";

export interface InvitationRowProps {
  invitation: Invitation;
  links: InvitationLinks;
}

export function InvitationRow({ invitation, links }: InvitationRowProps) {
  const { email, role, invitedBy, createdAt, expiresAt } = invitation;
  return (
    <TableRow>
      <TableCell className="max-w-72 max-sm:pr-14!">
        <span className="block truncate font-medium" title={email}>
          {email}
        </span>
      </TableCell>
      <TableCell label="Role">
        <Tooltip content={roleMeanings[role]}>
          <span className="capitalize">{role}</span>
        </Tooltip>
      </TableCell>
      <TableCell label="Invited by" className="max-w-56 py-(--row-padding-tall) text-muted">
        <span className="block min-w-0">
          <bdi className="block truncate" title={invitedBy}>
            {invitedBy}
          </bdi>
          <RelativeTime at={createdAt} className="text-faint" />
        </span>
      </TableCell>
      <TableCell label="Expires" className="text-muted">
        <RelativeTime at={expiresAt} />
      </TableCell>
      <TableCell className="text-right max-sm:absolute max-sm:top-1.5 max-sm:right-1 max-sm:p-0!">
        <InvitationActions invitation={invitation} links={links} />
      </TableCell>
    </TableRow>
  );
}
