"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { InvitationLink, type InvitationWithLink } from "./invitation-link.tsx";
import { InviteForm } from "./invite-form.tsx";
import { useInviteRefusal } from "./use-invite-refusal.ts";

export interface InviteMemberProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onInvited: (invitation: InvitationWithLink) => void;
}

/** A form, and after it the link: the e-mail may take its time, or there may be no mail server. */
export function InviteMember({ open, onOpenChange, onInvited }: InviteMemberProps) {
  const reason = useInviteRefusal();
  const [invited, setInvited] = useState<InvitationWithLink>();
  const [wasOpen, setWasOpen] = useState(open);
  // Not on closing: what is on its way out keeps its looks.
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setInvited(undefined);
  }
  const trigger = (
    <Button variant="primary" icon={<UserPlus />} disabledReason={reason}>
      Invite member
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
      title={invited ? "Invitation sent" : "Invite member"}
    >
      {invited ? (
        <InvitationLink invitation={invited} onDone={() => onOpenChange(false)} />
      ) : (
        <InviteForm
          onCancel={() => onOpenChange(false)}
          onInvited={(invitation) => {
            setInvited(invitation);
            onInvited(invitation);
          }}
        />
      )}
    </Dialog>
  );
}
