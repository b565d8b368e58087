"use client";

import { useQuery } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { AttemptPanel } from "#components/attempts/attempt-panel.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { LiveDelivery, useLiveDelivery } from "./live-delivery.tsx";
import { suggestType } from "./test-event.ts";
import { TestForm } from "./test-form.tsx";
import { TestFormSkeleton } from "./test-form-skeleton.tsx";

/** Sends one event of choice to the endpoint, and shows request and answer right there. */
export function EndpointTest({ id }: { id: string }) {
  const { id: tenantId } = useTenant();
  const { data: endpoint } = useQuery(endpointQuery(tenantId, id));
  const { data: catalogue } = useQuery(eventTypesQuery(tenantId, { limit: 250, archived: "false" }));
  const [deliveryId, setDeliveryId] = useState<string>();
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card>
        <CardHeader title="Test event" description="Signed, sent to this endpoint alone, marked as a test." />
        {endpoint && catalogue ? (
          <TestForm
            endpoint={endpoint}
            catalogue={catalogue.data}
            initialType={suggestType(endpoint.eventTypes, catalogue.data)}
            onSent={setDeliveryId}
          />
        ) : (
          <TestFormSkeleton />
        )}
      </Card>
      <Card>
        <CardHeader title="What happened" />
        {deliveryId ? <Outcome key={deliveryId} deliveryId={deliveryId} /> : <NothingSent />}
      </Card>
    </div>
  );
}

function Outcome({ deliveryId }: { deliveryId: string }) {
  const { data } = useLiveDelivery(deliveryId);
  const attempt = data?.attempts.at(-1);
  return (
    <CardBody className="flex min-w-0 flex-col gap-5">
      <LiveDelivery deliveryId={deliveryId} />
      {attempt ? <AttemptPanel id={attempt.id} previousId={data?.attempts.at(-2)?.id} /> : null}
    </CardBody>
  );
}

function NothingSent() {
  return (
    <EmptyState
      icon={<Send />}
      title="Nothing sent yet"
      description="The request, its signature and the answer show up here as soon as the receiver has answered."
    />
  );
}
