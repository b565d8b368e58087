"use client";

import { Send } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { EventType } from "#lib/contracts/event-types.ts";
import { SendTestForm } from "./send-test-form.tsx";

/** Posts an event of this type, as a producer would. */
export function SendTest({ eventType }: { eventType: EventType }) {
  const { reason } = usePermission("events:write");
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button variant="primary" icon={<Send />} disabledReason={reason}>
      Send test event
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      size="lg"
      title="Send a test event"
      description="Posted to the default application, exactly as your backend would post it."
    >
      <SendTestForm eventType={eventType} onCancel={() => setOpen(false)} />
    </Dialog>
  );
}
