import { describe, expect, test } from "vitest";
import { isPublicId } from "#components/log/is-public-id.ts";
import { isNarrowed, parseAsLogRange, windowOf } from "#components/log/log-range.ts";

describe("the window of a log", () => {
  test("is the whole log when the address names none, and that does not count as a filter", () => {
    expect(isNarrowed(parseAsLogRange.defaultValue)).toBe(false);
    expect(isNarrowed({ preset: "24h" })).toBe(true);
  });

  test("moves with the clock as a preset, so that the query stays the same", () => {
    expect(windowOf({ preset: "1h" })).toEqual({ lastSeconds: 3600 });
  });

  test("goes to the API as it stands when it is fixed", () => {
    const since = new Date("2026-11-20T09:00:00Z");
    const until = new Date("2026-11-21T09:00:00Z");
    expect(windowOf({ since, until })).toEqual({ since: since.toISOString(), until: until.toISOString() });
    expect(windowOf({ since, until: null })).toEqual({ since: since.toISOString() });
  });

  test("does not matter to the search for one object", () => {
    expect(isPublicId(" dlv_01jd7w4c8xf0x9s3y6z1v2k5mn ")).toBe(true);
    expect(isPublicId("customer.id:42")).toBe(false);
    expect(isPublicId("dlv_01jd")).toBe(false);
  });
});
