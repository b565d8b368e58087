import { expect, test } from "vitest";
import { diffLines } from "#components/attempts/diff-lines.ts";

const lines = (text: string) => (text === "" ? [] : text.split(" "));

test.each([
  ["a b c", "a b c", "a|a b|b c|c"],
  ["a b c", "a x c", "a|a b|x c|c"],
  ["a c", "a b c", "a|a |b c|c"],
  ["a b c", "a c", "a|a b| c|c"],
  ["a b", "c d e", "a|c b|d |e"],
  ["x a b c", "a b c x", "x| a|a b|b c|c |x"],
  ["a b c d e", "a X c Y e", "a|a b|X c|c d|Y e|e"],
  ["a a a", "a a", "a|a a|a a|"],
  ["", "a b", "|a |b"],
  ["a b", "", "a| b|"],
  ["", "", ""],
])("from %j to %j", (before, after, expected) => {
  const pairs = diffLines(lines(before), lines(after));
  expect(pairs.map((pair) => `${pair.before ?? ""}|${pair.after ?? ""}`).join(" ")).toBe(expected);
});

test("both sides keep every line in its order, however long they are", () => {
  const before = Array.from({ length: 4_000 }, (_, n) => `before ${n}`);
  const after = Array.from({ length: 3_000 }, (_, n) => `after ${n}`);
  const pairs = diffLines(before, after);
  expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before);
  expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after);
});
