import { expect, test } from "vitest";
import {
  describeRange,
  parseRange,
  resolveRange,
  serializeRange,
  type TimeRange,
} from "#components/ui/time-range.ts";

const since = new Date("2025-11-20T09:00:00Z");
const until = new Date("2025-11-23T14:05:00Z");
const utc = { timeZone: "UTC", clock: "24h" } as const;

test.each<[TimeRange]>([[{ preset: "7d" }], [{ since, until }], [{ since, until: null }]])(
  "a range survives the address bar: %o",
  (range) => {
    expect(parseRange(serializeRange(range))).toEqual(range);
  },
);

test.each(["", "8d", "yesterday", "2025-11-23T14:05:00Z..2025-11-20T09:00:00Z", "..", "toString"])(
  "%j is no range",
  (text) => {
    expect(parseRange(text)).toBeNull();
  },
);

test("a preset ends now and a custom range says its ends", () => {
  expect(resolveRange({ preset: "1h" }, until).since).toEqual(new Date("2025-11-23T13:05:00Z"));
  expect(describeRange({ preset: "24h" }, utc)).toBe("Last 24 hours");
  expect(describeRange({ since, until }, utc)).toBe("Nov 20, 09:00 – Nov 23, 14:05");
});
