export const sidebarCookie = "posthorn_sidebar";

/** Remembers for a year whether the sidebar is folded, where the server can read it before it draws. */
export function rememberSidebar(isCollapsed: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
  document.cookie = `${sidebarCookie}=${isCollapsed ? "collapsed" : "open"}; path=/; max-age=31536000; samesite=lax`;
}
