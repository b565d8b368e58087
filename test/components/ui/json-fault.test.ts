import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault, placeOf } from "#components/ui/json-fault.ts";

test.each([
  ['{"a":1,}', 7, "no comma may stand before }"],
  ["[1,]", 3, "no comma may stand before ]"],
  ['{"a":1 "b":2}', 7, "a comma or } is missing"],
  ["[1 2]", 3, "a comma or ] is missing"],
  ['{"a" 1}', 5, "a colon is missing"],
  ["{a:1}", 1, "a name in double quotes is missing"],
  ["{'a':1}", 1, "a name in double quotes is missing"],
  ["{\"a\":'b'}", 5, "text stands in double quotes"],
  ['{"a":}', 5, "a value is missing"],
  ['{"a":yes}', 5, "this is neither in quotes nor true, false or null"],
  ['{"a":01}', 5, "this is no number"],
  ['{"a":1.}', 5, "this is no number"],
  ['{"a":"b}', 5, "the closing quote is missing"],
  ['{"a":"b\n"}', 5, "the closing quote is missing"],
  ['{"a":"\\x"}', 6, "there is no such escape"],
  ['{"a":"\t"}', 6, "a control character is written as an escape"],
  ['{"a":[1', 7, "] is missing at the end"],
  ['{"a":1', 6, "} is missing at the end"],
  ['{"a":1}}', 7, "nothing may follow the end"],
  ["", 0, "a value is missing"],
  ["  ", 2, "a value is missing"],
])("%j breaks at %i: %s", (text, offset, message) => {
  expect(findJsonFault(text)).toEqual({ offset, message });
});

test("a place is named by line and column", () => {
  expect(placeOf('{\n  "a": 1,\n}', 12)).toBe("line 3, column 1");
  expect(placeOf("x", 0)).toBe("line 1, column 1");
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test("it finds no fault in JSON", () => {
  fc.assert(fc.property(fc.json(), (text) => findJsonFault(text) === null));
  fc.assert(fc.property(fc.jsonValue(), (value) => findJsonFault(JSON.stringify(value, null, 2)) === null));
});

test("it agrees with the browser on every other text", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"a"',
    "1",
    "-",
    ".5",
    "0",
    "e3",
    "true",
    "nul",
    " ",
    "\n",
    "\\",
    "'",
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => (findJsonFault(text) === null) === isJson(text)),
    { numRuns: 20_000 },
  );
});

test("a hundred thousand open brackets are a fault like another", () => {
  expect(findJsonFault("[".repeat(100_000))?.message).toBe("] is missing at the end");
});
