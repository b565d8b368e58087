import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { NotedZone } from "#components/preferences/noted-zone.tsx";
import { CoilGround } from "./coil-ground.tsx";
import { SkipLink } from "./skip-link.tsx";

export interface AuthLayoutProps {
  /** The page's one h1. */
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Under the card: the way to the other form. */
  footer?: ReactNode;
}

/** Sign-in, sign-up, invitations: one card in the middle of a quiet page. */
export function AuthLayout({ title, description, children, footer }: AuthLayoutProps) {
  return (
    <div className="relative flex min-h-dvh flex-col items-center justify-center overflow-hidden px-4 py-12">
      <SkipLink />
      <NotedZone />
      <CoilGround />
      <header className="relative mb-8">
        <Link href="/" className="rounded-md">
          <Wordmark />
        </Link>
      </header>
      <main id="content" tabIndex={-1} className="relative w-full max-w-sm outline-none">
        <div className="rounded-lg border border-line bg-surface p-6 shadow-float sm:p-8">
          <h1 className="font-semibold text-xl tracking-[-0.012em]">{title}</h1>
          {description ? <p className="mt-1 text-base text-muted">{description}</p> : null}
          <div className="mt-6">{children}</div>
        </div>
        {footer ? <div className="mt-6 text-center text-base text-muted">{footer}</div> : null}
      </main>
    </div>
  );
}
