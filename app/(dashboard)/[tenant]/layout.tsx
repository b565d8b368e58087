import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ConfirmEmailBanner } from "#components/account/confirm-email-banner.tsx";
import { LiveUpdates } from "#components/dashboard/live-updates.tsx";
import { tenantNavigation } from "#components/dashboard/navigation.tsx";
import { PaletteTrigger } from "#components/dashboard/palette/palette-trigger.tsx";
import { Shortcuts } from "#components/dashboard/shortcuts.tsx";
import { SignedOut } from "#components/dashboard/signed-out.tsx";
import { TenantSwitcher } from "#components/dashboard/tenant-switcher.tsx";
import { UserMenu } from "#components/dashboard/user-menu.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { listApplications } from "#lib/applications/list.ts";
import { requireMember } from "#lib/auth/require-member.ts";
import { TenantProvider } from "#lib/client/tenant.tsx";
import { pageContext } from "./page-context.ts";

type Props = { children: ReactNode; params: Promise<{ tenant: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await requireMember((await params).tenant);
  return { title: { default: tenant.name, template: `%s · ${tenant.name} · Posthorn` } };
}

export default async function TenantLayout({ children, params }: Props) {
  const { tenant: slug } = await params;
  const { user, tenant, role, tenants } = await requireMember(slug);
  const hasApplications = await hasSeveralApplications(slug);
  return (
    <TenantProvider value={{ ...tenant, role, hasApplications, user }}>
      <Shell
        navigation={tenantNavigation(tenant.slug)}
        tenantSwitcher={<TenantSwitcher current={tenant.slug} tenants={tenants} />}
        userMenu={<UserMenu name={user.name} email={user.email} role={role} />}
        search={<PaletteTrigger />}
        footer={<DocsLink />}
        banner={user.isVerified ? null : <ConfirmEmailBanner email={user.email} />}
      >
        {children}
      </Shell>
      <SignedOut />
      <LiveUpdates />
      <Shortcuts />
    </TenantProvider>
  );
}

async function hasSeveralApplications(slug: string): Promise<boolean> {
  const { ctx } = await pageContext(slug);
  return (await listApplications(ctx, { limit: 2 })).data.length > 1;
}

function DocsLink() {
  return (
    <Link
      href="/docs"
      className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted transition-colors hover:bg-hover hover:text-ink group-data-collapsed/sidebar:hidden max-lg:h-11"
    >
      <BookOpen aria-hidden className="size-4 text-faint" />
      Docs
    </Link>
  );
}
