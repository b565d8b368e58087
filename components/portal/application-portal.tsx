"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelTop } from "lucide-react";
import { useQueryState } from "nuqs";
import { Listing } from "#components/lists/listing.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { applicationQuery } from "#lib/client/applications.ts";
import { portalSessionsQuery } from "#lib/client/portal.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";
import { CreatePortalLink } from "./create-portal-link.tsx";
import { PortalSessionTable, portalSessionColumns } from "./portal-session-table.tsx";
import { RevokeAll } from "./revoke-all.tsx";

/** The links that open the portal of one application, and what became of each. */
export function ApplicationPortal({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const { data: application } = useQuery(applicationQuery(tenantId, id));
  return application ? <Links application={application} /> : null;
}

function Links({ application }: { application: Application }) {
  const { id: tenantId } = useTenant();
  const [cursor] = useQueryState("cursor");
  const query = useQuery(
    portalSessionsQuery(tenantId, { application: application.id, ...(cursor ? { cursor } : {}) }),
  );
  const hasLive = query.data?.data.some(({ state }) => state === "open" || state === "unopened") ?? false;
  return (
    <Card>
      <CardHeader
        title="Portal links"
        description="The portal is this dashboard, narrowed to this application, for the people who receive its webhooks."
        actions={
          <>
            {hasLive ? <RevokeAll application={application} /> : null}
            <CreatePortalLink application={application} />
          </>
        }
      />
      <Listing
        query={query}
        columns={portalSessionColumns}
        things={["link", "links"]}
        empty={
          <EmptyState
            icon={<PanelTop />}
            title="No portal links yet"
            description="Create one to send to this application's people, or let your backend create one each time it shows the portal in your own pages."
            action={<ButtonLink href="/docs/portal">Read how it works</ButtonLink>}
            className="py-10"
          />
        }
      >
        {(sessions) => <PortalSessionTable sessions={sessions} />}
      </Listing>
    </Card>
  );
}
