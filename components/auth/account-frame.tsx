import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { Page } from "#components/layout/page.tsx";
import { SkipLink } from "#components/layout/skip-link.tsx";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export interface AccountFrameProps {
  /** Where "Back" leads. */
  backTo: { href: string; label: string };
  children: ReactNode;
}

/** The frame of pages about oneself, which belong to no tenant. */
export function AccountFrame({ backTo, children }: AccountFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="flex h-14 shrink-0 items-center justify-between gap-3 border-line border-b px-4 sm:px-6">
        <Link href="/" className="flex rounded-md">
          <Wordmark />
        </Link>
        <div className="flex min-w-0 items-center gap-1">
          <ButtonLink href={backTo.href} variant="ghost" className="min-w-0 shrink">
            <span className="truncate">{backTo.label}</span>
          </ButtonLink>
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 outline-none">
        <Page width="narrow">{children}</Page>
      </main>
    </div>
  );
}
