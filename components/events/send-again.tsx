"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { EventDetail } from "#lib/contracts/events.ts";
import { SendAgainForm } from "./send-again-form.tsx";

/** Sends the event once more, to all its endpoints or to chosen ones, after saying to how many. */
export function SendAgain({ event }: { event: EventDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { reason } = usePermission("deliveries:resend");
  const trigger = (
    <Button icon={<RotateCw />} disabledReason={reason}>
      Send again
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Send this event again"
      description="It carries the same webhook-id as before, so a receiver that remembers ids knows it as a repeat."
    >
      <SendAgainForm event={event} close={() => setOpen(false)} />
    </Dialog>
  );
}
