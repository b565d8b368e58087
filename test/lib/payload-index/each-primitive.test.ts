import fc from "fast-check";
import { expect, test } from "vitest";
import { eachPrimitive } from "#lib/payload-index/each-primitive.ts";

function told(text: string): [string, string][] {
  const all: [string, string][] = [];
  eachPrimitive(text, (key, value) => all.push([key, value]));
  return all;
}

/** What JSON.parse finds, its sources being texts of numbers as they were written. */
function parsed(text: string): [string, string][] {
  const all: [string, string][] = [];
  JSON.parse(text, (key: string, value: unknown, context?: { source?: string }) => {
    if (typeof value === "string") all.push([key, value]);
    else if (context?.source !== undefined) all.push([key, context.source]);
    return value;
  });
  return all;
}

test.each([
  ['{"a":1.10,"b":-2e+5,"c":true,"d":null}', ["a=1.10", "b=-2e+5", "c=true", "d=null"]],
  [' {\n\t"a" : [ 1 , { "b" : "x" } , [ ] , "y" ] } ', ["0=1", "b=x", "3=y"]],
  ['{"\\u00e9":"\\"\\\\","e":{}}', ['é="\\']],
  ['[[1,2],["z"]]', ["0=1", "1=2", "0=z"]],
  ['"alone"', ["=alone"]],
])("of %s", (text, expected) => {
  expect(told(text).map(([key, value]) => `${key}=${value}`)).toEqual(expected);
});

test("finds what JSON.parse finds, in any text", () => {
  const spaces = fc.constantFrom(0, 2, "\t");
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), spaces, (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(told(text).toSorted()).toEqual(parsed(text).toSorted());
    }),
  );
});

test("goes as deep as a text goes", () => {
  const depth = 200_000;
  expect(told(`${'{"a":['.repeat(depth)}7${"]}".repeat(depth)}`)).toEqual([["0", "7"]]);
});
