"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { CreateApiKeyForm } from "./create-api-key-form.tsx";
import type { NewKey } from "./created-api-key.tsx";

export function CreateApiKey({ onCreated }: { onCreated: (key: NewKey) => void }) {
  const { reason } = usePermission("keys:manage");
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button variant="primary" icon={<Plus />} disabledReason={reason}>
      Create API key
    </Button>
  );
  if (reason) return trigger;
  const finish = (key: NewKey) => {
    setOpen(false);
    onCreated(key);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Create API key"
      description="The key is shown right after, and never again."
    >
      <CreateApiKeyForm onCreated={finish} onCancel={() => setOpen(false)} />
    </Dialog>
  );
}
