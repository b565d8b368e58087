import { expect, test } from "vitest";
import { axisDuration, axisTime, bucketTitle } from "#components/charts/bucket-time.ts";
import { volumeSummary, volumeTotals } from "#components/charts/volume.ts";

test("a chart can be read as one sentence", () => {
  const totals = volumeTotals([
    { start: "2025-11-23T14:00:00Z", delivered: 1200, retrying: 3, failed: 0 },
    { start: "2025-11-23T14:30:00Z", delivered: 34, retrying: 0, failed: 2 },
  ]);
  expect(volumeSummary("Deliveries", totals)).toBe("Deliveries: 1,234 delivered, 3 retrying, 2 failed.");
});

const utc = { timeZone: "UTC", clock: "24h" } as const;
const berlin = { timeZone: "Europe/Berlin", clock: "24h" } as const;
const newYork = { timeZone: "America/New_York", clock: "24h" } as const;
const kolkata = { timeZone: "Asia/Kolkata", clock: "24h" } as const;

test("the axis shows clocks, the date where a day begins, and no needless zeros", () => {
  expect(axisTime("2025-11-23T14:00:00Z", 1800, utc)).toBe("14:00");
  expect(axisTime("2025-11-23T15:00:00Z", 10_800, utc)).toBe("15:00");
  expect(axisTime("2025-11-23T00:00:00Z", 10_800, utc)).toBe("Nov 23");
  expect(axisTime("2025-11-22T23:30:00Z", 1800, berlin)).toBe("00:30");
  expect(axisTime("2025-11-22T23:00:00Z", 1800, berlin)).toBe("Nov 23");
  expect(axisTime("2025-11-23T00:00:00Z", 86_400, newYork)).toBe("Nov 22");
  expect(bucketTitle("2025-11-23T14:00:00Z", 1800, utc)).toBe("Nov 23, 14:00 – 14:30");
  expect(axisTime("2025-11-23T14:00:00Z", 1800, { ...utc, clock: "12h" })).toBe("2:00 PM");
  expect([0, 750, 1500, 3000, 20_000].map(axisDuration)).toEqual(["0", "750 ms", "1.5 s", "3 s", "20 s"]);
});

test("a bar's title says the span that it stands for in the person's zone", () => {
  expect(bucketTitle("2025-11-23T18:00:00Z", 3600, kolkata)).toBe("Nov 23, 23:30 – Nov 24, 00:30");
  expect(bucketTitle("2025-11-23T00:00:00Z", 86_400, utc)).toBe("Nov 23, 2025");
  expect(bucketTitle("2025-11-23T00:00:00Z", 86_400, kolkata)).toBe("Nov 23, 05:30 – Nov 24, 05:30");
});
