import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { NavigationGroup } from "./navigation.ts";
import { ShellFrame } from "./shell-frame.tsx";
import { sidebarCookie } from "./sidebar-cookie.ts";

export interface ShellProps {
  navigation: readonly NavigationGroup[];
  /** On top of the sidebar. Inside, `group-data-collapsed/sidebar:` styles the folded state. */
  tenantSwitcher: ReactNode;
  /** At the right end of the header. */
  userMenu: ReactNode;
  /** In the header, after the drawer button: usually SearchTrigger. */
  search?: ReactNode;
  breadcrumb?: ReactNode;
  /** At the foot of the sidebar. */
  footer?: ReactNode;
  /** Across the page, under the header: for what concerns the whole tenant. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The frame of every signed-in page: sidebar, header, main. */
export async function Shell(props: ShellProps) {
  const isCollapsed = (await cookies()).get(sidebarCookie)?.value === "collapsed";
  return <ShellFrame {...props} initiallyCollapsed={isCollapsed} />;
}
