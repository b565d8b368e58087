import type { ReactNode } from "react";
import { Page } from "#components/layout/page.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { env } from "#lib/env.ts";

type Props = { children: ReactNode; params: Promise<{ tenant: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const base = `/${(await params).tenant}/settings`;
  const hasMailbox = env().smtpUrl === undefined;
  return (
    <Page>
      <PageHeader title="Settings" />
      <LinkTabs
        label="Settings"
        className="mb-6"
        tabs={[
          { href: base, label: "General", exact: true },
          { href: `${base}/members`, label: "Members" },
          { href: `${base}/notifications`, label: "Notifications" },
          { href: `${base}/portal`, label: "Portal" },
          { href: `${base}/audit-log`, label: "Audit log" },
          ...(hasMailbox ? [{ href: `${base}/mailbox`, label: "Mailbox" }] : []),
        ]}
      />
      {children}
    </Page>
  );
}
