import { expect, test } from "vitest";
import { formatClock, formatDateTime, formatRelative, zoneName } from "#components/ui/format-time.ts";

const now = new Date("2025-11-23T14:05:09Z");
const secondsFromNow = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test.each([
  [0, "just now"],
  [-12, "12 s ago"],
  [-250, "4 m ago"],
  [3 * 3600, "in 3 h"],
  [-2 * 86_400, "2 d ago"],
  [-40 * 86_400, "Oct 14, 2025"],
])("a moment %d s away reads as %s", (seconds, text) => {
  expect(formatRelative(secondsFromNow(seconds), now)).toBe(text);
});

test("exact times honour the zone that was asked for", () => {
  expect(formatDateTime(now, "UTC")).toBe("Nov 23, 2025, 14:05:09");
  expect(formatDateTime(now, "Asia/Tokyo")).toBe("Nov 23, 2025, 23:05:09");
  expect(formatClock(now, { withDay: true, timeZone: "Europe/Berlin" })).toBe("Nov 23, 15:05");
  expect(zoneName(now, "UTC")).toBe("UTC");
});
