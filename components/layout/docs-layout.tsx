import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { DocsNavigation } from "./docs-navigation.tsx";
import type { NavigationGroup } from "./navigation.ts";
import { SidebarDrawer } from "./sidebar-drawer.tsx";
import { SkipLink } from "./skip-link.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export interface DocsLayoutProps {
  navigation: readonly NavigationGroup[];
  /** In the header: links to the reference, to the dashboard. */
  actions?: ReactNode;
  /** On the right of a wide page: what is on it. */
  aside?: ReactNode;
  /** Wrap running text in `<article className="prose">`. */
  children: ReactNode;
}

/** Public documentation: contents on the left, text in a column one can read. */
export function DocsLayout({ navigation, actions, aside, children }: DocsLayoutProps) {
  const home = (
    <Link href="/docs" className="flex items-center gap-2 rounded-md">
      <Wordmark /> <span className="text-lg text-muted max-sm:hidden">Docs</span>
    </Link>
  );
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <header className="sticky top-0 z-20 border-line border-b bg-paper/85 backdrop-blur-md">
        <div className="mx-auto flex h-14 max-w-[1400px] items-center gap-3 px-4 sm:px-6">
          <SidebarDrawer navigation={navigation} top={<span className="px-2">{home}</span>} />
          {home}
          <div className="ml-auto flex items-center gap-2">
            {actions}
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <div className="mx-auto flex max-w-[1400px] px-4 sm:px-6">
        <div className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-60 shrink-0 overflow-y-auto border-line border-r py-6 pr-4 lg:block">
          <DocsNavigation navigation={navigation} />
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 py-8 outline-none lg:px-12">
          {children}
        </main>
        {aside ? (
          <aside
            aria-label="On this page"
            className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-56 shrink-0 overflow-y-auto py-8 text-sm xl:block"
          >
            {aside}
          </aside>
        ) : null}
      </div>
    </div>
  );
}
