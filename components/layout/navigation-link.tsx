"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/cn.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { isActive, type NavigationItem } from "./navigation.ts";

export interface NavigationLinkProps {
  item: NavigationItem;
  isCollapsed: boolean;
  onNavigate?: (() => void) | undefined;
}

export function NavigationLink({ item, isCollapsed, onNavigate }: NavigationLinkProps) {
  const active = isActive(item, usePathname());
  const link = (
    <Link
      href={item.href}
      prefetch
      aria-current={active ? "page" : undefined}
      aria-label={isCollapsed ? item.label : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      className={cn(
        "relative flex h-8 items-center gap-2.5 rounded-md px-2.5 text-base transition-colors max-lg:h-11",
        active ? activeStyle : "text-muted hover:bg-hover hover:text-ink [&_svg]:text-faint",
      )}
    >
      <span className="flex shrink-0 [&_svg]:size-4">{item.icon}</span>
      <span className={cn("min-w-0 flex-1 truncate", isCollapsed && "hidden")}>{item.label}</span>
      {item.badge && !isCollapsed ? item.badge : null}
    </Link>
  );
  if (!isCollapsed) return link;
  return (
    <Tooltip content={item.label} side="right">
      {link}
    </Tooltip>
  );
}

const activeStyle = [
  "bg-hover font-medium text-ink [&_svg]:text-brass",
  "before:absolute before:inset-y-1.5 before:-left-2 before:w-[3px] before:rounded-r-full before:bg-brass-solid",
];
