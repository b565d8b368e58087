"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DateTime } from "#components/ui/date-time.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { applicationQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventDetail } from "#lib/contracts/events.ts";
import { TagList } from "./tag-list.tsx";

export function EventFacts({ event }: { event: EventDetail }) {
  const { slug, portal } = useTenant();
  return (
    <DescriptionList
      look="columns"
      className="flex-col"
      items={[
        { term: "Event id, sent as webhook-id", details: <IdText id={event.id} label="event id" full /> },
        ...fact("Your id", event.uid && <IdText id={event.uid} label="your id" full />),
        {
          term: "Event type",
          details: <TextLink href={`/${slug}/event-types/${event.type}`}>{event.type}</TextLink>,
        },
        ...fact("Application", !portal && <ApplicationLink id={event.application} />),
        { term: "Happened", details: <DateTime at={event.timestamp} /> },
        { term: "Received", details: <DateTime at={event.createdAt} /> },
        ...fact("Channels", event.channels.length > 0 && <TagList tags={event.channels} />),
        ...fact("Tags", event.tags.length > 0 && <TagList tags={event.tags} />),
      ]}
    />
  );
}

function fact(term: string, details: ReactNode) {
  return details ? [{ term, details }] : [];
}

function ApplicationLink({ id }: { id: string }) {
  const { id: tenantId, slug } = useTenant();
  const { data, isError } = useQuery(applicationQuery(tenantId, id));
  if (isError) return <span className="text-muted">Deleted application</span>;
  return (
    <TextLink href={`/${slug}/applications/${id}`}>
      {data ? <bdi>{data.name}</bdi> : <IdText id={id} copy={false} />}
    </TextLink>
  );
}
