"use client";

import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { EventType } from "#lib/contracts/event-types.ts";
import { useArchive } from "./use-archive.ts";

/** Says what being archived means, and offers the way back. */
export function EventTypeBanner({ eventType }: { eventType: EventType }) {
  const { reason } = usePermission("event-types:write");
  const { setArchived, isPending, error } = useArchive(eventType);
  if (!eventType.archived) return null;
  const restore = (
    <Button loading={isPending} disabledReason={reason} onClick={() => setArchived(false)}>
      Restore
    </Button>
  );
  return (
    <Callout title="This event type is archived" actions={restore} className="mb-4">
      It is no longer offered where endpoints subscribe. Events of this type are still accepted and delivered.
      {error ? (
        <p role="alert" className="mt-1 text-failed">
          {messageOf(error)}
        </p>
      ) : null}
    </Callout>
  );
}
