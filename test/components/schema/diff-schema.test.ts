import { expect, test } from "vitest";
import { diffSchemas } from "#components/schema/diff-schema.ts";

const object = (properties: object, required: string[] = []) => ({ type: "object", properties, required });
const text = { type: "string" };

test.each([
  ["a field gone", object({ a: text }), object({}), ["a removed", true]],
  ["a new field", object({}), object({ a: text }, ["a"]), ["a added, string, required", false]],
  [
    "another type",
    object({ a: text }),
    object({ a: { type: "integer" } }),
    ["a string became integer", true],
  ],
  [
    "a field one could rely on",
    object({ a: text }, ["a"]),
    object({ a: text }),
    ["a no longer required", true],
  ],
  ["a field one can rely on now", object({ a: text }), object({ a: text }, ["a"]), ["a now required", false]],
  [
    "a value never met",
    object({ a: { enum: ["x"] } }),
    object({ a: { enum: ["x", "y"] } }),
    ['a may be "y" too', true],
  ],
  [
    "a value gone",
    object({ a: { enum: ["x", "y"] } }),
    object({ a: { enum: ["x"] } }),
    ['a no longer "y"', false],
  ],
  ["an object gone as a whole", object({ a: object({ b: text, c: text }) }), object({}), ["a removed", true]],
])("%s", (_, before, after, [what, isBreaking]) => {
  expect(
    diffSchemas(before, after).map((change) => [`${change.path} ${change.what}`, change.isBreaking]),
  ).toEqual([[what, isBreaking]]);
});

test("words alone change nothing", () => {
  expect(
    diffSchemas(
      object({ a: { ...text, description: "old" } }),
      object({ a: { ...text, description: "new" } }),
    ),
  ).toEqual([]);
});

test("a first schema is no change of another", () => {
  expect(diffSchemas(null, object({ a: text })).every(({ isBreaking }) => !isBreaking)).toBe(true);
});
