"use client";

import { Page } from "#components/layout/page.tsx";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { DescribeLink } from "./describe-link.tsx";
import { EventTypeBanner } from "./event-type-banner.tsx";
import { EventTypeHeader } from "./event-type-header.tsx";
import { EventTypeVolume } from "./event-type-volume.tsx";
import { ExampleCard } from "./example-card.tsx";
import { LoadedEventType } from "./loaded-event-type.tsx";
import { SchemaCard } from "./schema-card.tsx";
import { SubscriberCard } from "./subscriber-card.tsx";
import { VersionsOf } from "./versions-of.tsx";

/** Everything about an event type: what its data looks like, who receives it, how much of it is sent. */
export function EventTypePage({ name }: { name: string }) {
  return <LoadedEventType name={name}>{(eventType) => <Details eventType={eventType} />}</LoadedEventType>;
}

function Details({ eventType }: { eventType: EventType }) {
  // How much of it is sent is told of the whole tenant alone, which is no business of a portal.
  const { portal } = useTenant();
  const { name, schema } = eventType;
  return (
    <Page>
      <EventTypeHeader eventType={eventType} />
      <EventTypeBanner eventType={eventType} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <SchemaCard schema={schema} action={<DescribeLink name={name}>Add a schema</DescribeLink>} />
        <ExampleCard eventType={eventType} action={<DescribeLink name={name}>Add an example</DescribeLink>} />
        <SubscriberCard name={name} />
        {portal ? null : (
          <>
            <EventTypeVolume name={name} />
            <VersionsOf name={name} />
          </>
        )}
      </div>
    </Page>
  );
}
