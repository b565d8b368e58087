"use client";

import type { ShellProps } from "./shell.tsx";
import { SidebarDrawer } from "./sidebar-drawer.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

type ShellHeaderProps = Pick<
  ShellProps,
  "navigation" | "tenantSwitcher" | "userMenu" | "search" | "breadcrumb" | "footer"
>;

export function ShellHeader(props: ShellHeaderProps) {
  const { navigation, tenantSwitcher, userMenu, search, breadcrumb, footer } = props;
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-line border-b bg-paper/85 px-3 backdrop-blur-md sm:px-6 lg:px-8">
      <SidebarDrawer navigation={navigation} top={tenantSwitcher} footer={footer} />
      {breadcrumb}
      {search}
      <div className="ml-auto flex items-center gap-1">
        <ThemeSwitch />
        {userMenu}
      </div>
    </header>
  );
}
