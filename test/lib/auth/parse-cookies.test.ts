import { expect, test } from "vitest";
import { parseCookies } from "#lib/auth/parse-cookies.ts";

test.each([
  ["a=1; b=2", { a: "1", b: "2" }],
  ["a=1=2;b=", { a: "1=2", b: "" }],
  ["a=first; a=second", { a: "first" }],
  ["a=%20x", { a: " x" }],
  ["a=%", { a: "%" }],
  ["; =1; novalue", {}],
  ["", {}],
])("%j is read as it is meant", (header, cookies) => {
  expect({ ...parseCookies(header) }).toEqual(cookies);
});

test("a cookie named like a property of objects is only a cookie", () => {
  const cookies = parseCookies("__proto__=x; constructor=y");
  expect(Object.keys(cookies)).toEqual(["__proto__", "constructor"]);
});
