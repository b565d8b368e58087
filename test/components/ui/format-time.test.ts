import { expect, test } from "vitest";
import { formatClock, formatDateTime, formatRelative, zoneName } from "#components/ui/format-time.ts";

const inZone = (timeZone: string) => ({ timeZone, clock: "24h" }) as const;
const utc = inZone("UTC");
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
  expect(formatRelative(secondsFromNow(seconds), now, utc)).toBe(text);
});

test("exact times honour the zone and the clock that were asked for", () => {
  expect(formatDateTime(now, utc)).toBe("Nov 23, 2025, 14:05:09");
  expect(formatDateTime(now, { ...utc, clock: "12h" })).toBe("Nov 23, 2025, 2:05:09 PM");
  expect(formatDateTime(now, inZone("Asia/Tokyo"))).toBe("Nov 23, 2025, 23:05:09");
  expect(formatClock(now, inZone("Europe/Berlin"), { withDay: true })).toBe("Nov 23, 15:05");
  expect(formatClock(new Date("2025-11-23T00:30:00Z"), { ...utc, clock: "12h" })).toBe("12:30 AM");
  expect(zoneName(now, "UTC")).toBe("UTC");
});

test("a date far away is that of the zone", () => {
  const late = new Date("2025-10-14T20:00:00Z");
  expect(formatRelative(late, now, inZone("Asia/Kolkata"))).toBe("Oct 15, 2025");
});
