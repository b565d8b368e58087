"use client";

import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";

export function EndpointMissing() {
  const { slug } = useTenant();
  return (
    <Message
      title="This endpoint is gone"
      actions={
        <>
          <ButtonLink href={`/${slug}/endpoints`} variant="primary">
            See all endpoints
          </ButtonLink>
          <ButtonLink href={`/${slug}/deliveries`}>Search the deliveries</ButtonLink>
        </>
      }
    >
      It was deleted, or it belongs to another tenant. Deliveries made before keep its URL in the log.
    </Message>
  );
}
