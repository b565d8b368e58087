import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CatalogueFrame } from "#components/catalogue/catalogue-frame.tsx";
import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { loadCatalogue } from "./load-catalogue.ts";

type Props = { children: ReactNode; params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const catalogue = await loadCatalogue((await params).token);
  const whose = catalogue === "busy" ? "" : ` of ${catalogue.brand.name}`;
  return {
    title: { default: `Event types${whose}`, template: `%s · Event types${whose}` },
    description: `The webhooks${whose}: fields, examples and versions.`,
    // Who has the address may look; no index and no other site is told of it.
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

/** A tenant's event types for anybody who has the link; its people decide whether there is one. */
export default async function CatalogueLayout({ children, params }: Props) {
  const { token } = await params;
  const catalogue = await loadCatalogue(token);
  if (catalogue === "busy") return <Busy />;
  return (
    <CatalogueFrame brand={catalogue.brand} base={`/catalogue/${token}`}>
      {children}
    </CatalogueFrame>
  );
}

function Busy() {
  return (
    <MessagePage
      title="Too many visits at once"
      actions={<ButtonLink href="/docs">Read the docs</ButtonLink>}
    >
      Your network has asked for many pages within a minute. Wait a minute, then load this page again.
    </MessagePage>
  );
}
