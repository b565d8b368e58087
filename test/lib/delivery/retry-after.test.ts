import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRetryAfter } from "#lib/delivery/retry-after.ts";

const now = new Date("1994-11-06T08:48:37.000Z");

describe("parseRetryAfter", () => {
  test.each([
    ["0", 0],
    ["120", 120],
    [" 7 ", 7],
    ["007", 7],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 60],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 60],
    ["Sun Nov  6 08:49:37 1994", 60],
    ["Mon Nov 07 08:48:37 1994", 86_400],
    ["Wed Nov 16 08:48:37 1994", 864_000],
    ["Sun, 06 Nov 1994 08:00:00 GMT", 0],
  ])("reads %j", (value, seconds) => {
    expect(parseRetryAfter(value, now)).toBe(seconds);
  });

  test.each([
    ...["", "-1", "1.5", "1e3", "0x10", "10s", "soon", "Infinity", "NaN", "2030-01-01"],
    ...["ASun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT+1"],
    ...["A Sunday, 06-Nov-94 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT (x)"],
    ...["A Sun Nov  6 08:49:37 1994", "Sun Nov  6 08:49:37 1994 (x)"],
    ...["2030-01-01T00:00:00Z", "Sun, 06 Nov 1994 08:49:37", "Sun, 99 Foo 1994 99:99:99 GMT", "١٢٠"],
  ])("ignores %j", (value) => {
    expect(parseRetryAfter(value, now)).toBeUndefined();
  });

  test("reads every date as GMT, whatever zone the machine is in", () => {
    const before = process.env.TZ;
    process.env.TZ = "America/New_York";
    const read = ["Sun, 06 Nov 1994 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"].map((text) =>
      parseRetryAfter(text, now),
    );
    process.env.TZ = before ?? "UTC";
    expect(read).toEqual([60, 60]);
  });

  test("never throws and never asks for a negative time", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(parseRetryAfter(value, now) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("reads back the date the platform writes", () => {
    const instants = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 100_000 }), (second, ahead) => {
        const date = new Date((second + ahead) * 1000).toUTCString();
        expect(parseRetryAfter(date, new Date(second * 1000))).toBe(ahead);
      }),
    );
  });
});
