"use client";

import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useTenant } from "#lib/client/tenant.tsx";

export function NoSuchReplay() {
  const { slug } = useTenant();
  return (
    <Message
      title="There is no such replay"
      actions={
        <ButtonLink href={`/${slug}/replays`} variant="primary">
          See all replays
        </ButtonLink>
      }
    >
      It is older than what is kept, or it belongs to another tenant.
    </Message>
  );
}
