import type { SavedView } from "#lib/contracts/views.ts";

/** Whether two filters, as they stand behind the ? of an address, are the same in whatever order. */
export function isSameQuery(one: string, other: string): boolean {
  return inOrder(one) === inOrder(other);
}

/** The address of a log filtered as the view says; it knows which view it shows. */
export function addressOfView(
  slug: string,
  { log, query, id }: Pick<SavedView, "log" | "query" | "id">,
): string {
  const search = new URLSearchParams(query);
  search.set("view", id);
  return `/${slug}/${log}?${search}`;
}

function inOrder(query: string): string {
  const search = new URLSearchParams(query);
  search.sort();
  return search.toString();
}
