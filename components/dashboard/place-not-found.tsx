"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** An address inside a tenant at which there is nothing. */
export function PlaceNotFound() {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="There is nothing here"
      actions={
        <>
          <ButtonLink href={`/${tenant}`} variant="primary">
            Go to the overview
          </ButtonLink>
          <ButtonLink href={`/${tenant}/endpoints`}>See all endpoints</ButtonLink>
        </>
      }
    >
      The address may be mistyped, or what stood here was deleted. Deleted endpoints keep their name in the
      logs.
    </Message>
  );
}
