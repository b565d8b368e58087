"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { ActionColumns } from "#components/lists/action-columns.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table, TableBody } from "#components/ui/table.tsx";
import { membersQuery } from "#lib/client/members.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { MemberRow } from "./member-row.tsx";

const columns = ["Member", "Role", "Joined"] as const;

export function MemberList() {
  const { id } = useTenant();
  const [cursor] = useQueryState("cursor", parseAsString);
  const query = useQuery(membersQuery(id, { limit: 50, ...(cursor ? { cursor } : {}) }));
  return (
    <Card>
      <Listing query={query} columns={columns} things={["member", "members"]} empty={<Nobody />}>
        {(members) => (
          <Table label="Members" narrow="cards">
            <ActionColumns columns={columns} />
            <TableBody>
              {members.map((member) => (
                <MemberRow key={member.id} member={member} />
              ))}
            </TableBody>
          </Table>
        )}
      </Listing>
    </Card>
  );
}

function Nobody() {
  return (
    <EmptyState icon={<Users />} title="No members on this page" description="Go back to the first page." />
  );
}
