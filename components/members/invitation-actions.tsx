"use client";

import { Copy, Ellipsis, RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { useCopy } from "#components/ui/use-copy.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useRemoveInvitation, useResendInvitation } from "#lib/client/invitations.ts";
import { InvitationLink, type InvitationWithLink } from "./invitation-link.tsx";
import type { InvitationRowProps } from "./invitation-row.tsx";

export function InvitationActions({ invitation, links }: InvitationRowProps) {
  const { email } = invitation;
  const { resent, resend, isPending, dismiss } = useResend(invitation.id, links.keep);
  const [isRevoking, setRevoking] = useState(false);
  const { copy } = useCopy();
  const link = links.linkOf(invitation.id);
  const copyLink = () => link && copy(link).then(() => toast.success("Link copied"));
  return (
    <>
      <Menu trigger={<IconButton label={`Actions for ${email}`} icon={<Ellipsis />} />} className="w-64">
        <MenuItem
          label="Resend"
          hint="By e-mail, with a new link"
          icon={<RotateCw />}
          disabled={isPending}
          onSelect={resend}
        />
        <MenuItem
          label="Copy link"
          icon={<Copy />}
          disabledReason={link ? undefined : "Links are stored hashed; resend to get a new one"}
          onSelect={() => void copyLink()}
        />
        <MenuItem label="Revoke…" icon={<Trash2 />} tone="danger" onSelect={() => setRevoking(true)} />
      </Menu>
      <Dialog open={resent !== undefined} onOpenChange={(open) => !open && dismiss()} title="Sent again">
        {resent ? <InvitationLink invitation={resent} onDone={dismiss} /> : null}
      </Dialog>
      <RevokeInvitation id={invitation.id} email={email} open={isRevoking} onOpenChange={setRevoking} />
    </>
  );
}

function useResend(id: string, keep: (invitation: InvitationWithLink) => void) {
  const { mutate, isPending } = useResendInvitation();
  const [resent, setResent] = useState<InvitationWithLink>();
  const resend = () =>
    mutate(
      { params: { id } },
      {
        onSuccess: (invitation) => {
          keep(invitation);
          setResent(invitation);
        },
        onError: (error) => toast.error("It was not sent", { description: messageOf(error) }),
      },
    );
  return { resent, resend, isPending, dismiss: () => setResent(undefined) };
}

interface RevokeInvitationProps {
  id: string;
  email: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function RevokeInvitation({ id, email, ...dialog }: RevokeInvitationProps) {
  const remove = useRemoveInvitation();
  const confirm = async () => {
    await remove.mutateAsync({ params: { id } });
    toast.success("Invitation revoked");
  };
  return (
    <ConfirmDialog
      {...dialog}
      title="Revoke this invitation?"
      consequences={`The link sent to ${email} stops working. You can invite them again.`}
      confirmLabel="Revoke invitation"
      onConfirm={confirm}
    />
  );
}
