"use client";

import { useQuery } from "@tanstack/react-query";
import { MailPlus } from "lucide-react";
import { ActionColumns } from "#components/lists/action-columns.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { NeedsRole } from "#components/settings/needs-role.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Table, TableBody } from "#components/ui/table.tsx";
import { invitationsQuery } from "#lib/client/invitations.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { InvitationRow } from "./invitation-row.tsx";
import type { InvitationLinks } from "./use-invitation-links.ts";

const columns = ["E-mail", "Role", "Invited by", "Expires"] as const;

export function PendingInvitations({ links }: { links: InvitationLinks }) {
  const { isAllowed } = usePermission("members:manage");
  return (
    <Section title="Pending invitations" description="Links that nobody has used yet.">
      <Card>
        {isAllowed ? (
          <Invitations links={links} />
        ) : (
          <NeedsRole permission="members:manage" title="Invitations are for admins" className="py-10" />
        )}
      </Card>
    </Section>
  );
}

function Invitations({ links }: { links: InvitationLinks }) {
  const { id } = useTenant();
  const query = useQuery(invitationsQuery(id, { limit: 250 }));
  return (
    <Listing
      query={query}
      columns={columns}
      things={["invitation", "invitations"]}
      empty={
        <EmptyState
          icon={<MailPlus />}
          title="Nobody is invited"
          description="People you invite stand here until they join."
          className="py-10"
        />
      }
    >
      {(invitations) => (
        <Table label="Pending invitations" narrow="cards">
          <ActionColumns columns={columns} />
          <TableBody>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} links={links} />
            ))}
          </TableBody>
        </Table>
      )}
    </Listing>
  );
}
