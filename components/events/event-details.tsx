"use client";

import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { JsonViewer } from "#components/ui/json-viewer.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventDetail } from "#lib/contracts/events.ts";
import { EventDeliveries } from "./event-deliveries.tsx";
import { EventFacts } from "./event-facts.tsx";

export function EventDetails({ event }: { event: EventDetail }) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <EventDeliveries event={event} />
        <Section title="Payload" description="The data as it was posted, character for character.">
          <JsonViewer text={event.data} label="Payload" maxHeight="40rem" />
        </Section>
      </div>
      <Card className="xl:sticky xl:top-20">
        <CardHeader title="Details" />
        <CardBody className="py-2">
          <EventFacts event={event} />
        </CardBody>
      </Card>
    </div>
  );
}
