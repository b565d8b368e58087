import { expect, test } from "vitest";
import { parseForDisplay } from "#components/ui/json-data.ts";

test("a number that JavaScript would change keeps the text it was written with", () => {
  const parsed = parseForDisplay('{"amount":1.0,"total":12345678901234567890,"plain":42}');
  const value = parsed?.value as { amount: Date; total: Date; plain: number };
  expect(value.amount.toISOString()).toBe("1.0");
  expect(value.total.toISOString()).toBe("12345678901234567890");
  expect(value.plain).toBe(42);
});

test("a long array comes in parts of a hundred, a short one as it is", () => {
  const long = parseForDisplay(JSON.stringify(Array.from({ length: 250 }, (_, place) => place)))?.value;
  expect(Object.keys(long as object)).toEqual(["0 … 99", "100 … 199", "200 … 249"]);
  expect(parseForDisplay("[1,2]")?.value).toEqual([1, 2]);
});

test("an object of very many members comes in parts, named by the first and the last", () => {
  const members = Array.from({ length: 250 }, (_, place) => [`k${place}`, place]);
  const long = parseForDisplay(JSON.stringify(Object.fromEntries(members)))?.value;
  expect(Object.keys(long as object)).toEqual(["k0 … k99", "k100 … k199", "k200 … k249"]);
});

test("a very long text is shortened and says by how much", () => {
  const parsed = parseForDisplay(JSON.stringify({ text: "x".repeat(1_000_000) }));
  const text = `${"x".repeat(10_000)}… and 990,000 more characters; Raw shows them all`;
  expect(parsed?.value).toEqual({ text });
});

test("what is not JSON is left as text", () => {
  expect(parseForDisplay("<html></html>")).toBeUndefined();
});
