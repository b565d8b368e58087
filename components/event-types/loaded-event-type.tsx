"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";
import { Message } from "#components/layout/message.tsx";
import { Page } from "#components/layout/page.tsx";
import { isMissing, LoadFailure } from "#components/log/load-failure.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { eventTypeQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";

export interface LoadedEventTypeProps {
  name: string;
  children: (eventType: EventType) => ReactNode;
}

/** Reads the event type of a page, and says so when there is none. */
export function LoadedEventType({ name, children }: LoadedEventTypeProps) {
  const { id } = useTenant();
  const query = useQuery(eventTypeQuery(id, name));
  if (query.data) return children(query.data);
  if (isMissing(query.error)) return <NoSuchEventType name={name} />;
  if (query.isError) {
    return (
      <Page>
        <LoadFailure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  return <PageSkeleton />;
}

function NoSuchEventType({ name }: { name: string }) {
  const { slug } = useTenant();
  return (
    <Message
      title="This event type is not in the catalogue"
      actions={
        <>
          <ButtonLink href={`/${slug}/event-types`} variant="primary">
            See all event types
          </ButtonLink>
          <ButtonLink href={`/${slug}/events?type=${encodeURIComponent(name)}`}>Find its events</ButtonLink>
        </>
      }
    >
      <span className="font-mono text-sm wrap-anywhere">{name}</span> was deleted, or never described. Events
      of this type may exist all the same.
    </Message>
  );
}
