/** The address of a page as a person would type it, from the one that was requested: without what the router adds. */
export function askedPath(requested: string): string | undefined {
  if (!requested.startsWith("/") || !URL.canParse(`http://localhost${requested}`)) return undefined;
  const { pathname, search } = new URL(`http://localhost${requested}`);
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !pair.startsWith("_rsc="));
  return kept.length === 0 ? pathname : `${pathname}?${kept.join("&")}`;
}
