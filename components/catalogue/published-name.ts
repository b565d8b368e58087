/** An event type in a public list. */
export interface PublishedName {
  name: string;
  description: string;
}

/** The page of an event type in a public catalogue. */
export function publishedPath(base: string, name: string): string {
  return `${base}/event-types/${name}`;
}
