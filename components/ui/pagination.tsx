import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link.tsx";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";

export interface PaginationProps {
  /** Addresses of the neighbouring pages; null where there is none. */
  previousHref: string | null;
  nextHref: string | null;
  /** On the left: what is shown, such as "50 newest". */
  summary?: ReactNode;
  /** What the link onwards says. */
  next?: string;
}

export function Pagination({ previousHref, nextHref, summary, next = "Next" }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4 py-3 text-muted text-sm">
      <span>{summary}</span>
      <span className="flex gap-2">
        <PageLink href={previousHref} rel="prev">
          <ChevronLeft /> Previous
        </PageLink>
        <PageLink href={nextHref} rel="next">
          {next} <ChevronRight />
        </PageLink>
      </span>
    </nav>
  );
}

function PageLink({
  href,
  rel,
  children,
}: {
  href: string | null;
  rel: "prev" | "next";
  children: ReactNode;
}) {
  if (href) {
    return (
      <ButtonLink href={href} rel={rel} size="sm">
        {children}
      </ButtonLink>
    );
  }
  return (
    // biome-ignore lint/a11y/useValidAnchor: a link with nowhere to go has no address
    <a aria-disabled="true" data-disabled="" className={cn(buttonStyle({ size: "sm" }))}>
      {children}
    </a>
  );
}
