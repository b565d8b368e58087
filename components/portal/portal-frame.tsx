"use client";

import { type MouseEvent, type ReactNode, useEffect } from "react";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { DisplayMenu } from "#components/preferences/display-menu.tsx";
import { LinkTabs } from "#components/ui/link-tabs.tsx";
import type { Portal } from "#lib/contracts/portal-settings.ts";
import { Owner } from "./owner.tsx";
import { useAccent } from "./use-accent.ts";

/** The frame of every page of the portal: whose it is, and the few places there are. */
export function PortalFrame({ portal, children }: { portal: Portal; children: ReactNode }) {
  useAccent(portal.accentColor);
  useNarrowed();
  const base = `/portal/${portal.tenant.slug}`;
  return (
    <div className="flex min-h-dvh flex-col" onClickCapture={openElsewhere}>
      <SkipLink />
      <header className="sticky top-0 z-20 bg-paper/85 backdrop-blur-md">
        <div className="flex h-14 items-center gap-3 px-4 sm:px-6 lg:px-8">
          <Owner name={portal.tenant.name} logo={portal.logo}>
            <bdi className="truncate text-muted">{portal.application.name}</bdi>
          </Owner>
          <div className="ml-auto">
            <DisplayMenu />
          </div>
        </div>
        <LinkTabs
          label="Portal"
          className="overflow-x-auto px-4 sm:px-6 lg:px-8"
          tabs={[
            { href: `${base}/endpoints`, label: "Endpoints" },
            { href: `${base}/deliveries`, label: "Deliveries" },
            { href: `${base}/events`, label: "Events" },
            { href: `${base}/event-types`, label: "Event types" },
            { href: `${base}/replays`, label: "Replays" },
          ]}
        />
      </header>
      <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}

/** What names the one application there is here hides by `in-data-portal:`, also in what floats above the page. */
function useNarrowed(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.portal = "";
    return () => {
      delete dataset.portal;
    };
  }, []);
}

/** The documentation may not show in a frame of another site, and the portal should stay where it is. */
function openElsewhere({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/docs"]') : null;
  if (!link) return;
  link.target = "_blank";
  link.rel = "noopener";
}
