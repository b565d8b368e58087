import { expect, test } from "vitest";
import { partsOf } from "#components/ui/text-parts.ts";

test.each([
  ["", 3, [""]],
  ["abc", 3, ["abc"]],
  ["abcdefg", 3, ["abc", "def", "g"]],
  ["ab🎺cd", 3, ["ab🎺", "cd"]],
])("%j comes in parts of %i that keep every character whole", (text, length, expected) => {
  expect(partsOf(text, length).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
