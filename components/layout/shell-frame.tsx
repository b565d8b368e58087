"use client";

import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import type { ShellProps } from "./shell.tsx";
import { ShellHeader } from "./shell-header.tsx";
import { Sidebar } from "./sidebar.tsx";
import { rememberSidebar } from "./sidebar-cookie.ts";
import { SkipLink } from "./skip-link.tsx";

export function ShellFrame({
  initiallyCollapsed,
  banner,
  children,
  ...slots
}: ShellProps & { initiallyCollapsed: boolean }) {
  const { navigation, tenantSwitcher, footer } = slots;
  const [isCollapsed, setCollapsed] = useState(initiallyCollapsed);
  const toggle = () => {
    setCollapsed(!isCollapsed);
    rememberSidebar(!isCollapsed);
  };
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <aside
        data-collapsed={isCollapsed || undefined}
        className={cn(asideStyle, isCollapsed ? "w-14" : "w-60")}
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
        <ShellHeader {...slots} />
        {banner}
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}

const asideStyle =
  "group/sidebar sticky top-0 hidden h-dvh shrink-0 border-line border-r transition-[width] duration-160 lg:block";
