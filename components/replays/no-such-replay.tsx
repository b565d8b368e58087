"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export function NoSuchReplay() {
  const { tenant } = useParams<{ tenant: string }>();
  return (
    <Message
      title="There is no such replay"
      actions={
        <ButtonLink href={`/${tenant}/replays`} variant="primary">
          See all replays
        </ButtonLink>
      }
    >
      It is older than what is kept, or it belongs to another tenant.
    </Message>
  );
}
