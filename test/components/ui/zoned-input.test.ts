import { expect, test } from "vitest";
import { fromZonedInput, toZonedInput } from "#components/ui/zoned-input.ts";

test.each([
  ["2025-11-23T14:05:00.000Z", "America/New_York", "2025-11-23T09:05"],
  ["2025-07-01T22:30:00.000Z", "Asia/Kolkata", "2025-07-02T04:00"],
  ["2025-03-30T00:59:00.000Z", "Europe/Berlin", "2025-03-30T01:59"],
  ["2025-03-30T01:00:00.000Z", "Europe/Berlin", "2025-03-30T03:00"],
])("%s in %s is typed as %s, and back", (instant, timeZone, typed) => {
  expect(toZonedInput(new Date(instant), timeZone)).toBe(typed);
  expect(fromZonedInput(typed, timeZone)?.toISOString()).toBe(instant);
});

test("an empty field is no moment", () => {
  expect(fromZonedInput("", "UTC")).toBeNull();
});
