"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { Listing } from "#components/lists/listing.tsx";
import { NeedsRole } from "#components/settings/needs-role.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { auditLogQuery } from "#lib/client/audit-log.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable, auditColumns } from "./audit-table.tsx";
import { useAuditFilter } from "./use-audit-filter.ts";

/** Who did what to which object, newest first. */
export function AuditLog() {
  const { isAllowed } = usePermission("audit:read");
  if (isAllowed) return <Log />;
  return (
    <Card>
      <NeedsRole permission="audit:read" title="The audit log is for admins" />
    </Card>
  );
}

function Log() {
  const { id } = useTenant();
  const filter = useAuditFilter();
  const query = useQuery(auditLogQuery(id, filter.query));
  return (
    <div className="flex flex-col gap-4">
      <AuditFilters filter={filter} entries={query.data?.data ?? []} />
      <Card>
        <Listing
          query={query}
          columns={auditColumns}
          things={["entry", "entries"]}
          empty={
            <EmptyState
              icon={<ScrollText />}
              title="Nothing was changed yet"
              description="Every change, reveal and resend is noted here, with who did it and from where."
            />
          }
          onClear={filter.isFiltered ? filter.clear : undefined}
        >
          {(entries) => <AuditTable entries={entries} onChooseActor={filter.setActor} />}
        </Listing>
      </Card>
    </div>
  );
}
