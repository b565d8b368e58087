"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Application } from "#lib/contracts/applications.ts";
import { CreatedPortalLink, type NewPortalLink } from "./created-portal-link.tsx";
import { PortalLinkForm } from "./portal-link-form.tsx";

export function CreatePortalLink({ application }: { application: Application }) {
  const { reason } = usePermission("applications:write");
  const [isOpen, setOpen] = useState(false);
  const [created, setCreated] = useState<NewPortalLink>();
  const trigger = (
    <Button variant="primary" size="sm" icon={<Link2 />} disabledReason={reason}>
      Create portal link
    </Button>
  );
  if (reason) return trigger;
  const toggle = (open: boolean) => {
    setOpen(open);
    setCreated(undefined);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={toggle}
      trigger={trigger}
      title={created ? "Portal link created" : "Create portal link"}
      description={
        created
          ? "It opens once, in one browser. Nobody can show it to you again."
          : "Whoever has the link acts for this application, and sees nothing of any other."
      }
    >
      {created ? (
        <CreatedPortalLink link={created} onDone={() => toggle(false)} />
      ) : (
        <PortalLinkForm application={application} onCreated={setCreated} onCancel={() => toggle(false)} />
      )}
    </Dialog>
  );
}
