import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelsMatch, patternsOf } from "#lib/events/subscription-patterns.ts";

describe("an event type is matched by itself, each of its prefixes and the star", () => {
  test.each([
    ["invoice", ["*", "invoice"]],
    ["invoice.paid", ["*", "invoice.*", "invoice.paid"]],
    ["a.b.c", ["*", "a.*", "a.b.*", "a.b.c"]],
  ])("%s", (type, patterns) => expect(patternsOf(type)).toEqual(patterns));

  test("a prefix pattern never matches a type that merely begins with the same letters", () => {
    const segment = fc.stringMatching(/^[a-z_]{1,5}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 4 }), segment, (segments, more) => {
        const type = segments.join(".");
        expect(patternsOf(`${segments[0]}${more}.${segments[1]}`)).not.toContain(`${segments[0]}.*`);
        expect(patternsOf(type)).toContain(`${segments[0]}.*`);
      }),
    );
  });
});

describe("channels narrow what an endpoint gets", () => {
  test.each([
    [[], [], true],
    [[], ["a"], true],
    [["a"], [], false],
    [["a"], ["b"], false],
    [["a", "b"], ["b", "c"], true],
  ])("endpoint %j, event %j: %s", (subscribed, channels, expected) => {
    expect(channelsMatch(subscribed, channels)).toBe(expected);
  });
});
