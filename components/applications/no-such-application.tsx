"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export function NoSuchApplication() {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="This application is gone"
      actions={
        <ButtonLink href={`/${tenant}/applications`} variant="primary">
          See all applications
        </ButtonLink>
      }
    >
      It was deleted, or it belongs to another tenant. Its events and deliveries stay in the log.
    </Message>
  );
}
