/** "example.com/hooks": a URL without its scheme and query, for where space is short; the whole belongs in a title. */
export function shortUrl(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: url, pathname: "" };
  return pathname === "/" ? host : host + pathname;
}
