"use client";

import { toast } from "#components/ui/toast.ts";
import { useUpdateEventType } from "#lib/client/event-types.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import type { EventType } from "#lib/contracts/event-types.ts";

/** Archives an event type or takes it back; archiving offers Undo. */
export function useArchive({ name }: EventType) {
  const { mutate, isPending, error } = useUpdateEventType();
  const setArchived = (archived: boolean) =>
    mutate(
      { params: { name }, body: { archived } },
      {
        onSuccess: () => (archived ? sayArchived(name, () => setArchived(false)) : toast.success("Restored")),
        onError: (failure) => toast.error("Nothing was changed", { description: messageOf(failure) }),
      },
    );
  return { setArchived, isPending, error };
}

function sayArchived(name: string, undo: () => void): void {
  toast.success(`${name} is archived`, { action: { label: "Undo", onClick: undo } });
}
