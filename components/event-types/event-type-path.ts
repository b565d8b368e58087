/** The page of an event type. */
export function eventTypePath(slug: string, name: string): string {
  return `/${slug}/event-types/${encodeURIComponent(name)}`;
}

/** The form for a new one; no event type can have this name, so none hides behind it. */
export function newEventTypePath(slug: string): string {
  return `/${slug}/event-types/~new`;
}
