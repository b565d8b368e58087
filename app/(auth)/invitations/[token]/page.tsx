import type { Metadata } from "next";
import { InvitationOver } from "#components/auth/invitation-over.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { currentUser } from "#lib/auth/current-user.ts";
import { readInvitation } from "#lib/invitations/read.ts";
import { findMembership } from "#lib/members/find-membership.ts";
import { OpenInvitation } from "./open-invitation.tsx";

export const metadata: Metadata = {
  title: "Your invitation",
  // The address is a secret: it must travel to no other site and into no index.
  referrer: "no-referrer",
  robots: { index: false },
};

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token);
  if (!invitation) return <UnknownInvitation />;
  const user = await currentUser();
  const { state, tenant, invitedBy } = invitation;
  if (state === "open") return <OpenInvitation token={token} invitation={invitation} user={user} />;
  const isMember = user !== undefined && (await findMembership(user.id, tenant.id)) !== undefined;
  return <InvitationOver state={state} tenant={tenant} invitedBy={invitedBy} isMember={isMember} />;
}

function UnknownInvitation() {
  return (
    <MessagePage
      title="No such invitation"
      actions={
        <ButtonLink href="/" variant="primary">
          Go to your dashboard
        </ButtonLink>
      }
    >
      The link may be cut short, or a newer one was sent since: only the latest e-mail works. Ask whoever
      invited you to send it again.
    </MessagePage>
  );
}
