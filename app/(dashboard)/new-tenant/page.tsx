import type { Metadata } from "next";
import { NewTenantForm } from "#components/dashboard/new-tenant-form.tsx";
import { AuthLayout } from "#components/layout/auth-layout.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireUser } from "#lib/auth/require-user.ts";

export const metadata: Metadata = { title: "New tenant" };

export default async function NewTenantPage() {
  await requireUser("/new-tenant");
  return (
    <AuthLayout
      title="Create a tenant"
      description="A space of its own: endpoints, events, keys, members and logs are never shared between tenants."
      footer={<TextLink href="/">Back to your dashboard</TextLink>}
    >
      <NewTenantForm />
    </AuthLayout>
  );
}
