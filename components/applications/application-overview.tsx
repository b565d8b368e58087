"use client";

import { useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { EndpointTable, endpointColumns } from "#components/endpoints/endpoint-table.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { applicationQuery } from "#lib/client/applications.ts";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Application } from "#lib/contracts/applications.ts";
import { ApplicationFacts } from "./application-facts.tsx";

export function ApplicationOverview({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const { data: application } = useQuery(applicationQuery(tenantId, id));
  if (!application) return null;
  return (
    <div data-one-application="" className="flex flex-col gap-6">
      <Endpoints application={application} />
      <Card>
        <CardHeader title="Details" />
        <CardBody className="py-2">
          <ApplicationFacts application={application} />
        </CardBody>
      </Card>
    </div>
  );
}

function Endpoints({ application }: { application: Application }) {
  const { id: tenantId, slug } = useTenant();
  const query = useQuery(endpointsQuery(tenantId, { application: application.id, limit: 100 }));
  const isEmpty = query.data?.data.length === 0;
  return (
    <Card>
      <CardHeader
        title="Endpoints"
        actions={
          <>
            <ButtonLink
              size="sm"
              variant="ghost"
              className="max-sm:-ml-3.5"
              href={`/${slug}/events?application=${application.id}`}
            >
              See its events
            </ButtonLink>
            {isEmpty ? null : <NewEndpoint application={application} />}
          </>
        }
      />
      <Listing
        query={query}
        columns={endpointColumns}
        things={["endpoint", "endpoints"]}
        empty={
          <EmptyState
            icon={<Webhook />}
            title="No endpoints yet"
            description="Events of this application are kept in the log; nothing is sent until it has an endpoint."
            action={<NewEndpoint application={application} />}
            className="py-10"
          />
        }
      >
        {(endpoints) => <EndpointTable endpoints={endpoints} />}
      </Listing>
    </Card>
  );
}

function NewEndpoint({ application }: { application: Application }) {
  const { slug } = useTenant();
  return (
    <PermissionLink
      permission="endpoints:write"
      size="sm"
      href={`/${slug}/endpoints/new?application=${application.id}`}
    >
      New endpoint
    </PermissionLink>
  );
}
