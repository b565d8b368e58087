"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { tabListStyle, tabStyle } from "./tab-style.ts";
import { useScrollLine } from "./use-scroll-line.ts";

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  /** Matches this path only, not those below it. */
  exact?: boolean;
}

/** Tabs that are pages: each has its own address, so each is a link. */
export function LinkTabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly LinkTab[];
  className?: string;
}) {
  const pathname = usePathname();
  const line = useScrollLine();
  return (
    <nav aria-label={label} className={cn("border-line border-b", className)}>
      <ul ref={line} className={tabListStyle}>
        {tabs.map((tab) => {
          const isCurrent = pathname === tab.href || (!tab.exact && pathname.startsWith(`${tab.href}/`));
          return (
            <li key={tab.href} className="flex">
              <Link
                href={tab.href}
                prefetch
                className={tabStyle}
                {...(isCurrent ? { "aria-current": "page", "data-active": "" } : {})}
              >
                {tab.label}
                {tab.count === undefined ? null : <span className="text-faint text-sm">{tab.count}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
