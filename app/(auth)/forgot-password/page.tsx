import type { Metadata } from "next";
import { ForgotPasswordForm } from "#components/auth/forgot-password-form.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Forgot your password" };
// Whether e-mail is set up is known where it runs, not where it is built.
export const dynamic = "force-dynamic";

export default function ForgotPasswordPage() {
  const footer = <TextLink href="/sign-in">Back to sign-in</TextLink>;
  if (env().smtpUrl === undefined)
    return (
      <AuthLayout
        title="Forgot your password?"
        description="This Posthorn sends no e-mail. Whoever runs it can make you a link to set a new password:"
        footer={footer}
      >
        <CodeBlock
          code="npm run reset-password -- --email you@company.com"
          language="bash"
          title="Terminal"
          lines="wrap"
        />
      </AuthLayout>
    );
  return (
    <AuthLayout
      title="Forgot your password?"
      description="We send you a link to set a new one."
      footer={footer}
    >
      <ForgotPasswordForm />
    </AuthLayout>
  );
}
