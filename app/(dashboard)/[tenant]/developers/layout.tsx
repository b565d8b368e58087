import type { ReactNode } from "react";
import { Page } from "#components/layout/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

type Props = { children: ReactNode; params: Promise<{ tenant: string }> };

export default async function DevelopersLayout({ children, params }: Props) {
  const base = `/${(await params).tenant}/developers`;
  return (
    <Page>
      <PageHeader
        title="Developers"
        description="What your backend needs to post events."
        actions={<ButtonLink href="/docs/api">API reference</ButtonLink>}
      />
      <LinkTabs
        label="Developers"
        className="mb-6"
        tabs={[
          { href: base, label: "API keys", exact: true },
          { href: `${base}/quickstart`, label: "Quickstart" },
        ]}
      />
      {children}
    </Page>
  );
}
