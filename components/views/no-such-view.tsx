"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export function NoSuchView() {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="There is no such view"
      actions={
        <>
          <ButtonLink href={`/${tenant}/deliveries`} variant="primary">
            See all deliveries
          </ButtonLink>
          <ButtonLink href={`/${tenant}/events`}>See all events</ButtonLink>
        </>
      }
    >
      It was deleted, or somebody keeps it for themselves.
    </Message>
  );
}
