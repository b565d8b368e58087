import type { ReactNode } from "react";
import { AcceptForm } from "#components/auth/accept-form.tsx";
import { InvitationSummary } from "#components/auth/invitation-summary.tsx";
import { JoinForm } from "#components/auth/join-form.tsx";
import { ProviderButtons } from "#components/auth/provider-buttons.tsx";
import { SwitchAccount } from "#components/auth/switch-account.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { providerChoices } from "#lib/auth/providers.ts";
import { env } from "#lib/env.ts";
import type { InvitationView } from "#lib/invitations/read.ts";
import { hasAccount } from "#lib/users/has-account.ts";

type Props = {
  token: string;
  invitation: InvitationView;
  user: { email: string } | undefined;
};

/** The next step of an invitation that still works, by who looks at it. */
export async function OpenInvitation({ token, invitation, user }: Props) {
  const { email } = invitation;
  const path = `/invitations/${token}`;
  if (user?.email === email)
    return (
      <Frame invitation={invitation} footer={<>You are signed in as {email}.</>}>
        <AcceptForm token={token} />
      </Frame>
    );
  if (user) return <OtherAccount invitation={invitation} path={path} signedInAs={user.email} />;
  if (await hasAccount(email)) return <KnownAddress invitation={invitation} path={path} />;
  if (env().signup === "closed") return <ClosedDoor invitation={invitation} />;
  return (
    <Frame invitation={invitation} footer={<SignInInstead path={path} />}>
      <ProviderButtons providers={providerChoices()} callbackUrl={path} />
      <JoinForm token={token} email={email} />
    </Frame>
  );
}

type FrameProps = { invitation: InvitationView; footer?: ReactNode; children: ReactNode };

function Frame({ invitation, footer, children }: FrameProps) {
  const { tenant, role, invitedBy } = invitation;
  return (
    <AuthLayout title={`Join ${tenant.name}`} footer={footer}>
      <InvitationSummary tenantName={tenant.name} role={role} invitedBy={invitedBy} />
      {children}
    </AuthLayout>
  );
}

type OtherAccountProps = { invitation: InvitationView; path: string; signedInAs: string };

function OtherAccount({ invitation, path, signedInAs }: OtherAccountProps) {
  return (
    <Frame invitation={invitation} footer={<TextLink href="/">Stay signed in as {signedInAs}</TextLink>}>
      <div className="flex flex-col gap-5">
        <Callout tone="warn" title="This is another account’s invitation">
          It is for {invitation.email}, and you are signed in as {signedInAs}.
        </Callout>
        <SwitchAccount path={path} />
      </div>
    </Frame>
  );
}

function KnownAddress({ invitation, path }: { invitation: InvitationView; path: string }) {
  const { email } = invitation;
  const query = new URLSearchParams({ callbackUrl: path, email });
  return (
    <Frame invitation={invitation}>
      <p className="mb-5 text-base text-muted wrap-anywhere">
        There is an account for {email}. Sign in with it to join.
      </p>
      <ButtonLink href={`/sign-in?${query}`} variant="primary" size="lg" className="w-full">
        Sign in to join
      </ButtonLink>
    </Frame>
  );
}

function ClosedDoor({ invitation }: { invitation: InvitationView }) {
  return (
    <Frame invitation={invitation} footer={<TextLink href="/sign-in">Sign in</TextLink>}>
      <Callout title="New accounts are closed here">
        Ask whoever runs this Posthorn for an account with {invitation.email}, then open this link again.
      </Callout>
    </Frame>
  );
}

function SignInInstead({ path }: { path: string }) {
  return (
    <>
      Another account? <TextLink href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}>Sign in</TextLink>
    </>
  );
}
