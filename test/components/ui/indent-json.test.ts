import { expect, test } from "vitest";
import { indentJson } from "#components/ui/indent-json.ts";

test.each([
  ['{"a":1.0,"n":12345678901234567890}', '{\n  "a": 1.0,\n  "n": 12345678901234567890\n}'],
  ['[1e5,-0,"x"]', '[\n  1e5,\n  -0,\n  "x"\n]'],
  ['{ "a" : { } , "b":[ ] }', '{\n  "a": {},\n  "b": []\n}'],
  ['{"a":[{"b":null}]}', '{\n  "a": [\n    {\n      "b": null\n    }\n  ]\n}'],
  ['{"{\\"a\\\\":"],:"}', '{\n  "{\\"a\\\\": "],:"\n}'],
  ['{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
  ["  true\n", "true"],
  ['"\\u00e9 é"', '"\\u00e9 é"'],
])("indents %s and changes no value", (text, indented) => {
  expect(indentJson(text)).toBe(indented);
  expect(indentJson(indented)).toBe(indented);
});

test.each(["", "{", "{a:1}", "[1,]", "hello"])("%j is not JSON", (text) => {
  expect(indentJson(text)).toBeNull();
});

test("a megabyte in one string, and nesting a thousand deep, pass", () => {
  const long = JSON.stringify("x\\".repeat(500_000));
  expect(indentJson(long)).toBe(long);
  expect(indentJson("[".repeat(1_000) + "]".repeat(1_000))?.split("\n")).toHaveLength(1_999);
});
