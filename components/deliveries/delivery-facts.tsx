"use client";

import { Badge } from "#components/ui/badge.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { DeliveryDetail } from "#lib/contracts/deliveries.ts";

export function DeliveryFacts({ delivery }: { delivery: DeliveryDetail }) {
  const { slug } = useTenant();
  const { id, event, createdAt, completedAt } = delivery;
  return (
    <DescriptionList
      items={[
        { term: "Endpoint", details: <EndpointOfDelivery delivery={delivery} /> },
        {
          term: "Event",
          details: <IdText id={event} label="event id" href={`/${slug}/events/${event}`} full />,
        },
        { term: "Delivery", details: <IdText id={id} label="delivery id" full /> },
        { term: "Created", details: <DateTime at={createdAt} /> },
        ...(completedAt ? [{ term: "Completed", details: <DateTime at={completedAt} /> }] : []),
      ]}
    />
  );
}

function EndpointOfDelivery({ delivery }: { delivery: DeliveryDetail }) {
  const { slug } = useTenant();
  const { endpoint, endpointUrl, endpointState } = delivery;
  if (endpointState === "deleted") {
    return (
      <span className="flex flex-wrap items-center gap-2">
        <bdi className="break-all text-muted">{endpointUrl}</bdi>
        <Badge>Deleted</Badge>
      </span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <TextLink href={`/${slug}/endpoints/${endpoint}`} className="touch-target break-all">
        <bdi>{endpointUrl}</bdi>
      </TextLink>
      {endpointState === "enabled" ? null : <StatusBadge status={endpointState} />}
    </span>
  );
}
