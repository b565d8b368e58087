import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { CodeForm } from "#components/auth/code-form.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { callbackPath } from "#lib/auth/callback-url.ts";
import { pendingOf } from "#lib/auth/pending-sign-in.ts";

export const metadata: Metadata = { title: "Enter your code" };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

export default async function CodePage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  const path = callbackPath(typeof callbackUrl === "string" ? callbackUrl : undefined);
  const pending = await pendingOf(await headers());
  if (!pending) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return (
    <AuthLayout
      title="Enter your code"
      description="The one that your authenticator app shows for Posthorn now."
      footer={<TextLink href="/sign-in">Sign in as somebody else</TextLink>}
    >
      <CodeForm callbackUrl={path} />
    </AuthLayout>
  );
}
