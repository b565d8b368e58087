import { expect, test } from "vitest";
import { diffLines } from "#components/attempts/diff-lines.ts";
import { foldEqual } from "#components/attempts/fold-equal.ts";

const numbers = Array.from({ length: 20 }, (_, n) => String(n));
const pairs = diffLines(numbers, numbers.with(2, "two").with(14, "fourteen"));

function shapeOf(context: number): string[] {
  return foldEqual(pairs, context).map((run) =>
    run.kind === "folded" ? `${run.from}: ${run.count} folded` : `${run.from}: ${run.pairs.length} shown`,
  );
}

test("equal lines are left out but for those around a difference, and where they are few", () => {
  expect(shapeOf(3)).toEqual(["0: 6 shown", "6: 5 folded", "11: 7 shown", "18: 2 shown"]);
});

test("all are shown on request", () => {
  expect(shapeOf(Number.POSITIVE_INFINITY)).toEqual(["0: 20 shown"]);
});

test("nothing comes of nothing", () => {
  expect(foldEqual([], 3)).toEqual([]);
});
