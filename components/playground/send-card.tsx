"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LiveDelivery } from "#components/endpoints/live-delivery.tsx";
import { suggestType } from "#components/endpoints/test-event.ts";
import { TestForm } from "#components/endpoints/test-form.tsx";
import { TestFormSkeleton } from "#components/endpoints/test-form-skeleton.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { ConnectInbox } from "./connect-inbox.tsx";
import { useInboxEndpoint } from "./use-inbox-endpoint.ts";

/** Sends an event of choice to the inbox, through an endpoint like any other. */
export function SendCard() {
  const { endpoint, inbox, isLoading } = useInboxEndpoint();
  return (
    <Card>
      <CardHeader title="Send to it" description="Signed and delivered like every event, marked as a test." />
      {isLoading ? <TestFormSkeleton /> : null}
      {endpoint ? <SendForm endpoint={endpoint} /> : null}
      {inbox && !endpoint && !isLoading ? <ConnectInbox inbox={inbox} /> : null}
    </Card>
  );
}

function SendForm({ endpoint }: { endpoint: Endpoint }) {
  const { id: tenantId } = useTenant();
  const { data: catalogue } = useQuery(eventTypesQuery(tenantId, { limit: 250, archived: "false" }));
  const [deliveryId, setDeliveryId] = useState<string>();
  if (!catalogue) return <TestFormSkeleton />;
  return (
    <>
      <TestForm
        endpoint={endpoint}
        catalogue={catalogue.data}
        initialType={suggestType(endpoint.eventTypes, catalogue.data)}
        onSent={setDeliveryId}
      />
      {deliveryId ? (
        <CardBody className="border-line border-t">
          <LiveDelivery key={deliveryId} deliveryId={deliveryId} />
        </CardBody>
      ) : null}
    </>
  );
}
