"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export function EndpointMissing() {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="This endpoint is gone"
      actions={
        <>
          <ButtonLink href={`/${tenant}/endpoints`} variant="primary">
            See all endpoints
          </ButtonLink>
          <ButtonLink href={`/${tenant}/deliveries`}>Search the deliveries</ButtonLink>
        </>
      }
    >
      It was deleted, or it belongs to another tenant. Deliveries made before keep its URL in the log.
    </Message>
  );
}
