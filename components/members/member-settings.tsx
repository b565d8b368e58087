"use client";

import { useState } from "react";
import { Section } from "#components/ui/section.tsx";
import { InviteMember } from "./invite-member.tsx";
import { MemberList } from "./member-list.tsx";
import { PendingInvitations } from "./pending-invitations.tsx";
import { useInvitationLinks } from "./use-invitation-links.ts";

/** Who belongs to the tenant and who is invited; links made on this visit can be copied again while it lasts. */
export function MemberSettings() {
  const links = useInvitationLinks();
  const [isInviting, setInviting] = useState(false);
  return (
    <div className="flex flex-col gap-8">
      <Section
        title="Members"
        description="Each has one role here, effective from their next click on."
        actions={<InviteMember open={isInviting} onOpenChange={setInviting} onInvited={links.keep} />}
      >
        <MemberList />
      </Section>
      <PendingInvitations links={links} onInvite={() => setInviting(true)} />
    </div>
  );
}
