"use client";

import { useParams } from "next/navigation";
import { Message } from "#components/layout/message.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

/** A name that the public catalogue does not have, or no more. */
export function NotPublished() {
  const { token } = useParams<{ token: string }>();
  return (
    <Message
      title="This event type is not in the catalogue"
      actions={
        <ButtonLink href={`/catalogue/${token}`} variant="primary">
          See all event types
        </ButtonLink>
      }
    >
      Its name may be mistyped, or it is not sent any more.
    </Message>
  );
}
