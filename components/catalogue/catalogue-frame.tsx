"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { Owner } from "#components/portal/owner.tsx";
import { useAccent } from "#components/portal/use-accent.ts";
import { DisplayMenu } from "#components/preferences/display-menu.tsx";

export interface CatalogueFrameProps {
  brand: { name: string; accentColor: string | null; logo: string | null };
  /** The address of the catalogue. */
  base: string;
  children: ReactNode;
}

/** The frame of a public catalogue: whose it is, and nothing that leads anywhere else. */
export function CatalogueFrame({ brand, base, children }: CatalogueFrameProps) {
  useAccent(brand.accentColor);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-line border-b bg-paper/85 px-4 backdrop-blur-md sm:px-6 lg:px-8">
        <Owner name={brand.name} logo={brand.logo}>
          <Link
            href={base}
            prefetch={false}
            className="touch-target truncate rounded-sm text-muted transition-colors hover:text-ink"
          >
            Event types
          </Link>
        </Owner>
        <div className="ml-auto">
          <DisplayMenu />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
