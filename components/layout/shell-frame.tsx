"use client";

import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import type { ShellProps } from "./shell.tsx";
import { Sidebar } from "./sidebar.tsx";
import { rememberSidebar } from "./sidebar-cookie.ts";
import { SidebarDrawer } from "./sidebar-drawer.tsx";
import { SkipLink } from "./skip-link.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function ShellFrame(props: ShellProps & { initiallyCollapsed: boolean }) {
  const { navigation, tenantSwitcher, userMenu, search, breadcrumb, footer, banner, children } = props;
  const [isCollapsed, setCollapsed] = useState(props.initiallyCollapsed);
  const toggle = () => {
    setCollapsed(!isCollapsed);
    rememberSidebar(!isCollapsed);
  };
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <aside
        data-collapsed={isCollapsed || undefined}
        className={cn(
          "group/sidebar sticky top-0 hidden h-dvh shrink-0 border-line border-r transition-[width] duration-160 lg:block",
          isCollapsed ? "w-14" : "w-60",
        )}
      >
        <Sidebar
          navigation={navigation}
          top={tenantSwitcher}
          footer={footer}
          onToggle={toggle}
          isCollapsed={isCollapsed}
        />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className={headerStyle}>
          <SidebarDrawer navigation={navigation} top={tenantSwitcher} footer={footer} />
          {breadcrumb}
          {search}
          <div className="ml-auto flex items-center gap-1">
            <ThemeSwitch />
            {userMenu}
          </div>
        </header>
        {banner}
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}

const headerStyle =
  "sticky top-0 z-20 flex h-14 items-center gap-2 border-line border-b bg-paper/85 px-3 backdrop-blur-md sm:px-6 lg:px-8";
