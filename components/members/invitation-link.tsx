"use client";

import { Button } from "#components/ui/button.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import type { createInvitation } from "#lib/contracts/invitations.ts";
import type { Answer } from "#lib/contracts/operation.ts";

export type InvitationWithLink = Answer<typeof createInvitation>;

export interface InvitationLinkProps {
  invitation: InvitationWithLink;
  onDone: () => void;
}

/** The link of an invitation, which is on its way by e-mail as well. */
export function InvitationLink({ invitation, onDone }: InvitationLinkProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base text-muted">
        An e-mail to <span className="text-ink wrap-anywhere">{invitation.email}</span> is on its way. You can
        also hand over the link yourself. It works once, until <DateTime at={invitation.expiresAt} />.
      </p>
      <CopyLine text={invitation.link} label="Copy link" withLabel />
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
