"use client";

import { FileUp } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ImportForm } from "./import-form.tsx";

export function ImportEventTypes() {
  const { portal } = useTenant();
  const { reason } = usePermission("event-types:write");
  const [isOpen, setOpen] = useState(false);
  if (portal) return null;
  const trigger = (
    <Button icon={<FileUp />} disabledReason={reason}>
      Import
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      size="lg"
      title="Import event types"
      description="From the webhooks of an OpenAPI 3.1 document, or from a JSON Schema. You see first what would change."
    >
      <ImportForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}
