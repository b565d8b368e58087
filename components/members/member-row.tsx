"use client";

import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TableCell, TableRow } from "#components/ui/table.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Member } from "#lib/contracts/members.ts";
import { LeaveTenant } from "./leave-tenant.tsx";
import { RemoveMember } from "./remove-member.tsx";
import { RoleSelect } from "./role-select.tsx";

export function MemberRow({ member }: { member: Member }) {
  const { user } = useTenant();
  const isOneself = member.id === user.id;
  return (
    <TableRow>
      <TableCell className="max-w-96 py-(--row-padding-tall) max-sm:pr-28!">
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={member.name || member.email} />
          <span className="min-w-0">
            <span className="flex min-w-0 items-center gap-2">
              <bdi className="truncate font-medium" title={member.name}>
                {member.name || member.email}
              </bdi>
              {isOneself ? <Badge className="shrink-0">You</Badge> : null}
            </span>
            <span className="block truncate text-muted" title={member.email}>
              {member.email}
            </span>
          </span>
        </span>
      </TableCell>
      <TableCell label="Role">
        <RoleSelect member={member} />
      </TableCell>
      <TableCell label="Joined" className="text-muted">
        <RelativeTime at={member.createdAt} />
      </TableCell>
      <TableCell className="text-right max-sm:absolute max-sm:top-1.5 max-sm:right-1 max-sm:p-0!">
        {isOneself ? <LeaveTenant /> : <RemoveMember member={member} />}
      </TableCell>
    </TableRow>
  );
}
