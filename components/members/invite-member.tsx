"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { InvitationLink, type InvitationWithLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";

/** A form, and after it the link: the e-mail may take its time, or there may be no mail server. */
export function InviteMember({ onInvited }: { onInvited: (invitation: InvitationWithLink) => void }) {
  const { isAllowed, reason: roleReason } = usePermission("members:manage");
  const { user } = useTenant();
  const reason = isAllowed && !user.isVerified ? "Confirm your e-mail address first" : roleReason;
  const [isOpen, setOpen] = useState(false);
  const [invited, setInvited] = useState<InvitationWithLink>();
  const trigger = (
    <Button variant="primary" icon={<UserPlus />} disabledReason={reason}>
      Invite member
    </Button>
  );
  if (reason) return trigger;
  const change = (open: boolean) => {
    setOpen(open);
    if (open) setInvited(undefined);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={change}
      trigger={trigger}
      title={invited ? "Invitation sent" : "Invite member"}
    >
      {invited ? (
        <InvitationLink invitation={invited} onDone={() => setOpen(false)} />
      ) : (
        <InviteForm
          onCancel={() => setOpen(false)}
          onInvited={(invitation) => {
            setInvited(invitation);
            onInvited(invitation);
          }}
        />
      )}
    </Dialog>
  );
}
