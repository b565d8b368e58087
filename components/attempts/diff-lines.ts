/** Lines that stand beside each other; null where one side has nothing there. */
export interface LinePair {
  before: string | null;
  after: string | null;
}

/** Pairs the lines of two texts so that as many as possible stand beside their equals, in order. */
export function diffLines(before: readonly string[], after: readonly string[]): LinePair[] {
  const head = commonLength(before, after);
  const tail = commonLength(before.slice(head).toReversed(), after.slice(head).toReversed());
  return [
    ...equalPairs(before.slice(0, head)),
    ...diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...equalPairs(before.slice(before.length - tail)),
  ];
}

function commonLength(before: readonly string[], after: readonly string[]): number {
  const differs = before.findIndex((line, place) => line !== after[place]);
  return differs === -1 ? before.length : differs;
}

function equalPairs(lines: readonly string[]): LinePair[] {
  return lines.map((line) => ({ before: line, after: line }));
}

// Beyond this many comparisons the page would feel them, and nobody reads such a difference line by line.
const mostComparisons = 1_000_000;

function diffMiddle(before: readonly string[], after: readonly string[]): LinePair[] {
  if (before.length * after.length > mostComparisons) return besideEachOther(before, after);
  const lengths = commonLengths(before, after);
  const pairs: LinePair[] = [];
  let [fromBefore, fromAfter] = [0, 0];
  let [left, right] = [0, 0];
  const flush = () =>
    pairs.push(...besideEachOther(before.slice(fromBefore, left), after.slice(fromAfter, right)));
  while (left < before.length && right < after.length) {
    const line = before[left] ?? "";
    if (line === after[right]) {
      flush();
      pairs.push({ before: line, after: line });
      [left, right] = [left + 1, right + 1];
      [fromBefore, fromAfter] = [left, right];
    } else if (at(lengths, left + 1, right) >= at(lengths, left, right + 1)) left += 1;
    else right += 1;
  }
  [left, right] = [before.length, after.length];
  flush();
  return pairs;
}

/** Lines without equals: the first beside the first, as a change of it. */
function besideEachOther(before: readonly string[], after: readonly string[]): LinePair[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, place) => ({
    before: before[place] ?? null,
    after: after[place] ?? null,
  }));
}

/** How many lines the rests from each pair of places have in common, in order (longest common subsequence). */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  for (let left = before.length - 1; left >= 0; left -= 1) {
    const row = lengths[left] ?? [];
    for (let right = after.length - 1; right >= 0; right -= 1) {
      row[right] =
        before[left] === after[right]
          ? at(lengths, left + 1, right + 1) + 1
          : Math.max(at(lengths, left + 1, right), at(lengths, left, right + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly number[][], left: number, right: number): number {
  return lengths[left]?.[right] ?? 0;
}
