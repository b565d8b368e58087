import { expect, test } from "vitest";
import { findOffsets } from "#components/ui/find-offsets.ts";

test.each([
  ["Invoice invoice INVOICE", "invoice", [0, 8, 16]],
  ["a.b axb", "a.b", [0]],
  ["1+1=(2) [x] {y} \\ ^$ a|b /c/ *?", "(2) [x] {y} \\ ^$ a|b /c/ *?", [4]],
  // A capital İ has two code units in lower case.
  ["İİİ needle", "needle", [4]],
  ["🎺🎺", "🎺", [0, 2]],
  ["aaaa", "aa", [0, 2]],
  ["text", "", []],
  ["", "x", []],
])("in %j, %j stands at %j", (text, query, starts) => {
  expect(findOffsets(text, query).map(({ start }) => start)).toEqual(starts);
});

test("a hit is as long as it stands there, and of very many the first 2,000 are given", () => {
  expect(findOffsets("Straße STRASSE", "straße")).toEqual([{ start: 0, length: 6 }]);
  expect(findOffsets("a".repeat(5_000), "a")).toHaveLength(2_000);
});
