import type { Metadata } from "next";
import { ConfirmEmailForm } from "#components/auth/confirm-email-form.tsx";
import { SwitchAccount } from "#components/auth/switch-account.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { requireUser } from "#lib/auth/require-user.ts";
import { readConfirmation } from "#lib/users/confirm-email.ts";

export const metadata: Metadata = {
  title: "Confirm your e-mail address",
  // The address is a secret: it must travel to no other site and into no index.
  referrer: "no-referrer",
  robots: { index: false },
};

export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const path = `/confirm-email/${token}`;
  const user = await requireUser(path);
  const confirmation = await readConfirmation(token);
  if (!confirmation) return <LinkOver />;
  if (confirmation.userId !== user.id) return <OtherAccount path={path} email={user.email} />;
  return (
    <AuthLayout
      title="Confirm your e-mail address"
      description={
        <>
          <span className="wrap-anywhere text-ink">{confirmation.email}</span>{" "}
          {confirmation.email === user.email
            ? "is the address of your account."
            : "becomes the address of your account, and how you sign in."}
        </>
      }
    >
      <ConfirmEmailForm token={token} />
    </AuthLayout>
  );
}

function OtherAccount({ path, email }: { path: string; email: string }) {
  return (
    <MessagePage title="This link is for another account" actions={<SwitchAccount path={path} />}>
      You are signed in as {email}. Sign in with the account that asked for this e-mail, then follow the link
      again.
    </MessagePage>
  );
}

function LinkOver() {
  return (
    <MessagePage
      title="This link is over"
      actions={
        <ButtonLink href="/account" variant="primary">
          Go to your account
        </ButtonLink>
      }
    >
      A link to confirm an address works once, within a day, and only the latest one. Your account page sends
      a new one.
    </MessagePage>
  );
}
