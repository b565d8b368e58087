"use client";

import { useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { PermissionLink } from "#components/dashboard/permission-link.tsx";
import { EndpointName } from "#components/deliveries/endpoint-name.tsx";
import { EndpointBadge } from "#components/endpoints/endpoint-badge.tsx";
import { Listing } from "#components/lists/listing.tsx";
import { Card, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RowLink } from "#components/ui/row-link.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "#components/ui/table.tsx";
import { endpointsQuery } from "#lib/client/endpoints.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";

const columns = ["Endpoint", "Subscription", "State"] as const;

/** The endpoints that receive an event type, by name or by wildcard. */
export function SubscriberCard({ name }: { name: string }) {
  const { id } = useTenant();
  const query = useQuery(endpointsQuery(id, { eventType: name, limit: 100 }));
  return (
    <Card className="lg:col-span-2">
      <CardHeader title="Subscribed endpoints" description="Those that receive it, by name or by wildcard." />
      <Listing
        query={query}
        columns={columns}
        things={["endpoint", "endpoints"]}
        empty={<NobodySubscribed />}
      >
        {(endpoints) => <Subscribers endpoints={endpoints} name={name} />}
      </Listing>
    </Card>
  );
}

function Subscribers({ endpoints, name }: { endpoints: readonly Endpoint[]; name: string }) {
  const { slug } = useTenant();
  return (
    <Table label="Subscribed endpoints" narrow="cards">
      <TableHead>
        {columns.map((column) => (
          <TableHeaderCell key={column}>{column}</TableHeaderCell>
        ))}
      </TableHead>
      <TableBody>
        {endpoints.map((endpoint) => (
          <TableRow key={endpoint.id}>
            <TableCell className="max-w-96">
              <RowLink
                href={`/${slug}/endpoints/${endpoint.id}`}
                title={endpoint.url}
                className="block min-w-0 truncate font-mono"
              >
                <EndpointName url={endpoint.url} />
              </RowLink>
            </TableCell>
            <TableCell label="Subscription" className="font-mono text-muted max-sm:wrap-anywhere">
              {endpoint.eventTypes.includes(name) ? name : wildcardFor(endpoint.eventTypes, name)}
            </TableCell>
            <TableCell label="State">
              <EndpointBadge endpoint={endpoint} look="plain" />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function NobodySubscribed() {
  const { slug } = useTenant();
  return (
    <EmptyState
      icon={<Webhook />}
      title="No endpoint receives this"
      description="Events of this type are accepted and kept in the log, but nothing is sent."
      action={
        <PermissionLink permission="endpoints:write" href={`/${slug}/endpoints/new`}>
          New endpoint
        </PermissionLink>
      }
      className="py-10"
    />
  );
}

function wildcardFor(patterns: readonly string[], name: string): string {
  const family = patterns.find((pattern) => pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1)));
  return family ?? "*";
}
