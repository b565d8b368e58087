import type { LinePair } from "./diff-lines.ts";

/** Lines to show, or equal ones left out; `from` is the place of the first. */
export type Run =
  | { kind: "shown"; from: number; pairs: readonly LinePair[] }
  | { kind: "folded"; from: number; count: number };

/** Leaves out the equal lines that are further than `context` lines from a difference. */
export function foldEqual(pairs: readonly LinePair[], context: number): Run[] {
  const near = nearDifferences(pairs, context);
  const runs: Run[] = [];
  let from = 0;
  for (let place = 1; place <= pairs.length; place += 1) {
    if (place < pairs.length && near[place] === near[from]) continue;
    const part = pairs.slice(from, place);
    const isShown = near[from] || part.length < fewestFolded;
    runs.push(isShown ? { kind: "shown", from, pairs: part } : { kind: "folded", from, count: part.length });
    from = place;
  }
  return runs;
}

// A line that says how many are left out is a line too.
const fewestFolded = 3;

function nearDifferences(pairs: readonly LinePair[], context: number): boolean[] {
  if (context === Number.POSITIVE_INFINITY) return pairs.map(() => true);
  const near = pairs.map(() => false);
  pairs.forEach(({ before, after }, place) => {
    if (before === after) return;
    for (let at = Math.max(0, place - context); at <= place + context && at < near.length; at += 1)
      near[at] = true;
  });
  return near;
}
