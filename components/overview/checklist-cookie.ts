/**
 * "begun": seen while something was left, so that the last tick is worth showing. "dismissed": put away by hand, can come
 * back. "done": nothing is left to do.
 */
export type ChecklistVisibility = "open" | "begun" | "dismissed" | "done";

export const checklistCookie = "posthorn_first_steps";

export function parseVisibility(cookie: string | undefined): ChecklistVisibility {
  return remembered.find((visibility) => visibility === cookie) ?? "open";
}

/** Remembers for a year, for the pages of this tenant, where the server can read it before it draws. */
export function rememberVisibility(slug: string, visibility: ChecklistVisibility): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
  document.cookie = `${checklistCookie}=${visibility}; path=/${slug}; max-age=31536000; samesite=lax`;
}

/** Whether the page has the checklist on it. */
export function isListed(visibility: ChecklistVisibility): boolean {
  return visibility === "open" || visibility === "begun";
}

const remembered = ["begun", "dismissed", "done"] as const;
