import type { ReactNode } from "react";
import { DocsLayout } from "#components/layout/docs-layout.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { docsNavigation, neighboursOf } from "./docs-navigation.tsx";
import { NeighbourLinks } from "./neighbour-links.tsx";
import { OnThisPage, type PageSection } from "./on-this-page.tsx";

export interface DocsPageProps {
  /** The page's own address. */
  href: string;
  title: string;
  /** What the page is about, in a sentence. */
  lead: ReactNode;
  sections: readonly PageSection[];
  children: ReactNode;
}

/** A page of the guide: running text, what is on it, the pages before and after. */
export function DocsPage({ href, title, lead, sections, children }: DocsPageProps) {
  return (
    <DocsLayout
      navigation={docsNavigation}
      actions={<DashboardLink />}
      aside={<OnThisPage sections={sections} />}
    >
      <article className="prose">
        <h1>{title}</h1>
        <p className="text-lg text-muted">{lead}</p>
        {children}
      </article>
      <NeighbourLinks {...neighboursOf(href)} />
    </DocsLayout>
  );
}

/** To one's own tenant, or to signing in. */
export function DashboardLink() {
  return (
    <ButtonLink href="/" variant="ghost">
      Dashboard
    </ButtonLink>
  );
}
