import type { Metadata } from "next";
import { ResetPasswordForm } from "#components/auth/reset-password-form.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { readResetLink } from "#lib/users/reset-password.ts";

export const metadata: Metadata = {
  title: "Set a new password",
  // The address is a secret: it must travel to no other site and into no index.
  referrer: "no-referrer",
  robots: { index: false },
};

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const email = await readResetLink(token);
  if (email === undefined) return <LinkOver />;
  return (
    <AuthLayout
      title="Set a new password"
      description={
        <>
          For <span className="wrap-anywhere">{email}</span>. Every session of yours ends.
        </>
      }
    >
      <ResetPasswordForm token={token} email={email} />
    </AuthLayout>
  );
}

function LinkOver() {
  return (
    <MessagePage
      title="This link is over"
      actions={
        <>
          <ButtonLink href="/forgot-password" variant="primary">
            Ask for a new one
          </ButtonLink>
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        </>
      }
    >
      A link to set a password works once, for an hour. It may also have been cut short on its way.
    </MessagePage>
  );
}
