const longestPath = 26;

/** An endpoint's address for a narrow place: its host whole, its path shortened in the middle, no query. */
export function shortenUrl(url: string): { host: string; path: string } {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: url, pathname: "" };
  const path = pathname === "/" ? "" : pathname;
  if (path.length <= longestPath) return { host, path };
  return { host, path: `${path.slice(0, 9)}…${path.slice(10 - longestPath)}` };
}
