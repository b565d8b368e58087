"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { formatCount } from "#components/ui/format.ts";
import { toast } from "#components/ui/toast.ts";
import { useRemoveEventType } from "#lib/client/event-types.ts";
import { keyOf } from "#lib/client/keys.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EventType } from "#lib/contracts/event-types.ts";
import { useSubscriberCount } from "./use-subscribers.ts";

export interface DeleteEventTypeProps {
  eventType: EventType;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: () => void;
}

/** Deletes the description, for good; what was sent and subscribed stays. */
export function DeleteEventType({ eventType: { name }, onDeleted, ...dialog }: DeleteEventTypeProps) {
  const { id } = useTenant();
  const queryClient = useQueryClient();
  const remove = useRemoveEventType();
  const subscribers = useSubscriberCount()?.(name);
  const confirm = async () => {
    await remove.mutateAsync({ params: { name } });
    await queryClient.invalidateQueries({ queryKey: keyOf(id, "event-types"), refetchType: "none" });
    toast.success("Event type deleted");
    onDeleted();
  };
  return (
    <ConfirmDialog
      {...dialog}
      title="Delete this event type?"
      consequences={
        <>
          Its description, schema and example are gone for good. Events of this type stay in the log, and{" "}
          {subscribers ? formatCount(subscribers, "endpoint keeps", "endpoints keep") : "endpoints keep"}{" "}
          receiving those you go on posting. To hide it only, archive it.
        </>
      }
      confirmLabel="Delete event type"
      typeToConfirm={name}
      onConfirm={confirm}
    />
  );
}
