import type { ReactNode } from "react";

export interface NavigationItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** A count or a word at the far end, for what needs attention. */
  badge?: ReactNode;
  /** Matches this path only, not those below it. */
  exact?: boolean;
}

export interface NavigationGroup {
  title?: string;
  items: readonly NavigationItem[];
}

/** Whether the item stands for the page at this path. */
export function isActive(item: Pick<NavigationItem, "href" | "exact">, pathname: string): boolean {
  return pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`));
}
