import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderButtons } from "#components/auth/provider-buttons.tsx";
import { SignUpForm } from "#components/auth/sign-up-form.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { currentUser } from "#lib/auth/current-user.ts";
import { providerChoices } from "#lib/auth/providers.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Create your account" };

export default async function SignUpPage() {
  if (await currentUser()) redirect("/");
  const { signup } = env();
  if (signup !== "open") return <ClosedDoor mode={signup} />;
  return (
    <AuthLayout
      title="Create your account"
      description="Send webhooks that arrive, and see why when they do not."
      footer={
        <>
          Have an account? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      <ProviderButtons providers={providerChoices()} callbackUrl="/" />
      <SignUpForm />
    </AuthLayout>
  );
}

function ClosedDoor({ mode }: { mode: "invite" | "closed" }) {
  const { title, text } = doors[mode];
  return (
    <AuthLayout title={title} description={text}>
      <ButtonLink href="/sign-in" variant="primary" size="lg" className="w-full">
        Sign in instead
      </ButtonLink>
    </AuthLayout>
  );
}

const doors = {
  invite: {
    title: "You need an invitation",
    text: "New accounts are by invitation here. Ask somebody in your team to invite you: the link in that e-mail lets you in.",
  },
  closed: {
    title: "New accounts are closed",
    text: "Whoever runs this Posthorn makes the accounts. Ask them for one, then sign in.",
  },
};
