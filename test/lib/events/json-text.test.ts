import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementsOf, membersOf } from "#lib/events/json-text.ts";

describe("the text of a JSON value is cut out exactly as it was written", () => {
  test.each([
    ['{"data":{"b":1.0,"n":12345678901234567890}}', '{"b":1.0,"n":12345678901234567890}'],
    ['{ "type" : "a" ,\n "data"\t:\r\n { "a" : [ 1 , 2 ] } }', '{ "a" : [ 1 , 2 ] }'],
    ['{"data":{"brace":"}","quote":"\\"","back":"\\\\"}}', '{"brace":"}","quote":"\\"","back":"\\\\"}'],
    ['{"d\\u0061ta":{"escaped":"name"}}', '{"escaped":"name"}'],
    ['{"data":{"first":1},"data":{"last":2}}', '{"last":2}'],
    ['{"type":"x","data":{}}', "{}"],
    ['{"data":{"__proto__":{"x":1}},"id":"1"}', '{"__proto__":{"x":1}}'],
  ])("%s", (text, expected) => {
    const span = membersOf(text).get("data");
    expect(text.slice(span?.start, span?.end)).toBe(expected);
  });

  test("for any object the spans of its members parse to its values", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const members = membersOf(text);
        expect([...members.keys()].sort()).toEqual(Object.keys(JSON.parse(text)).sort());
        for (const [name, span] of members) {
          expect(JSON.parse(text.slice(span.start, span.end))).toEqual(JSON.parse(text)[name]);
        }
      }),
    );
  });

  test("for any array the spans of its elements parse to its elements", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed = elementsOf(text, 0).map((span) => JSON.parse(text.slice(span.start, span.end)));
        expect(parsed).toEqual(JSON.parse(text));
      }),
    );
  });
});
