const mostHits = 2000;

/** Where a query stands in a text, whatever its case, at most 2,000 places; `length` is that of the hit itself. */
export function findOffsets(text: string, query: string): { start: number; length: number }[] {
  if (query === "") return [];
  const hits: { start: number; length: number }[] = [];
  for (const { index, 0: found } of text.matchAll(patternOf(query))) {
    hits.push({ start: index, length: found.length });
    if (hits.length === mostHits) break;
  }
  return hits;
}

/** Not lower case on both sides: some letters are longer then, and every place after them would be off. */
function patternOf(query: string): RegExp {
  return new RegExp(query.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
}
