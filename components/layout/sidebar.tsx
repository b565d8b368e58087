"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { NavigationGroup } from "./navigation.ts";
import { NavigationLink } from "./navigation-link.tsx";

export interface SidebarProps {
  navigation: readonly NavigationGroup[];
  top: ReactNode;
  footer?: ReactNode;
  isCollapsed?: boolean;
  /** Without it the sidebar cannot be folded, as in the drawer. */
  onToggle?: () => void;
  /** Called when a place was chosen. */
  onNavigate?: () => void;
}

export function Sidebar({
  navigation,
  top,
  footer,
  isCollapsed = false,
  onToggle,
  onNavigate,
}: SidebarProps) {
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-14 shrink-0 items-center border-line border-b px-2">{top}</div>
      <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto overflow-x-hidden p-2">
        {navigation.map((group) => (
          <Group
            key={group.title ?? group.items[0]?.href}
            group={group}
            isCollapsed={isCollapsed}
            onNavigate={onNavigate}
          />
        ))}
      </nav>
      <div className="flex shrink-0 items-center gap-1 p-2 group-data-collapsed/sidebar:flex-col">
        <div className="min-w-0 flex-1">{footer}</div>
        {onToggle ? (
          <IconButton
            label={isCollapsed ? "Open sidebar" : "Fold sidebar"}
            aria-expanded={!isCollapsed}
            side="right"
            icon={isCollapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
            onClick={onToggle}
          />
        ) : null}
      </div>
    </div>
  );
}

interface GroupProps {
  group: NavigationGroup;
  isCollapsed: boolean;
  onNavigate: (() => void) | undefined;
}

function Group({ group, isCollapsed, onNavigate }: GroupProps) {
  return (
    <div className="pb-3">
      {group.title ? (
        <p className="truncate px-2.5 pt-2 pb-1 font-medium text-faint text-xs group-data-collapsed/sidebar:invisible">
          {group.title}
        </p>
      ) : null}
      <ul className="flex flex-col gap-px">
        {group.items.map((item) => (
          <li key={item.href}>
            <NavigationLink item={item} isCollapsed={isCollapsed} onNavigate={onNavigate} />
          </li>
        ))}
      </ul>
    </div>
  );
}
