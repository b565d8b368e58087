import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export interface InvitationOverProps {
  state: "accepted" | "revoked" | "expired";
  tenant: { name: string; slug: string };
  invitedBy: string;
  /** Whether whoever looks belongs to the tenant already. */
  isMember: boolean;
}

/** An invitation that lets nobody in any more: why, and what to do now. */
export function InvitationOver({ state, tenant, invitedBy, isMember }: InvitationOverProps) {
  if (isMember) return <InAlready {...tenant} />;
  const { title, text } = endings[state];
  const subject = encodeURIComponent(`A new invitation to ${tenant.name}`);
  const canWrite = state !== "accepted" && invitedBy.includes("@");
  return (
    <MessagePage
      title={title}
      actions={
        <>
          {canWrite ? (
            <ButtonLink href={`mailto:${invitedBy}?subject=${subject}`} variant="primary">
              Ask for a new one
            </ButtonLink>
          ) : null}
          <ButtonLink href="/sign-in" variant={canWrite ? "secondary" : "primary"}>
            Sign in
          </ButtonLink>
        </>
      }
    >
      {text(tenant.name, invitedBy)}
    </MessagePage>
  );
}

function InAlready({ name, slug }: { name: string; slug: string }) {
  return (
    <MessagePage
      title={`You are in ${name} already`}
      actions={
        <ButtonLink href={`/${slug}`} variant="primary">
          Open its dashboard
        </ButtonLink>
      }
    >
      This invitation is over, and you do not need it any more.
    </MessagePage>
  );
}

const endings = {
  accepted: {
    title: "This invitation was used",
    text: (tenant: string) => `Its link works once. If it was you who joined ${tenant}, sign in to go on.`,
  },
  revoked: {
    title: "This invitation was taken back",
    text: (tenant: string, by: string) => `Somebody in ${tenant} revoked it. ${by} can invite you again.`,
  },
  expired: {
    title: "This invitation has expired",
    text: (tenant: string, by: string) =>
      `Links to ${tenant} work for seven days. ${by} can send you a new one.`,
  },
};
