import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderButtons } from "#components/auth/provider-buttons.tsx";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { SignInProblem } from "#components/auth/sign-in-problem.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { callbackPath } from "#lib/auth/callback-url.ts";
import { currentUser } from "#lib/auth/current-user.ts";
import { providerChoices } from "#lib/auth/providers.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const callbackUrl = callbackPath(textOf(query.callbackUrl));
  if (await currentUser()) redirect(callbackUrl);
  const problem = textOf(query.error);
  return (
    <AuthLayout title="Sign in" description="Welcome back." footer={<OtherWays />}>
      {problem ? <SignInProblem code={problem} /> : null}
      <ProviderButtons providers={providerChoices()} callbackUrl={callbackUrl} />
      <SignInForm callbackUrl={callbackUrl} email={textOf(query.email)} />
    </AuthLayout>
  );
}

function OtherWays() {
  return (
    <>
      <p>
        <TextLink href="/forgot-password">Forgot your password?</TextLink>
      </p>
      <p className="mt-2">{newcomers[env().signup]}</p>
    </>
  );
}

const newcomers = {
  open: (
    <>
      New here? <TextLink href="/sign-up">Create an account</TextLink>
    </>
  ),
  invite: "New accounts are by invitation here.",
  closed: "New accounts are made by whoever runs this Posthorn.",
};

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
