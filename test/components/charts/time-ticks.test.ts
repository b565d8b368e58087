import { expect, test } from "vitest";
import { timeTicks } from "#components/charts/time-ticks.ts";

const utc = { first: "2025-11-23T08:30:00Z", timeZone: "UTC" };

test.each([
  {
    name: "a day of half hours every three hours",
    ...utc,
    step: 1_800,
    count: 48,
    at: "09:00 12:00 15:00 18:00 21:00 00:00 03:00 06:00",
  },
  { name: "an hour of minutes every quarter", ...utc, step: 60, count: 60, at: "08:30 08:45 09:00 09:15" },
  {
    name: "a week by the first bucket of each local day",
    first: "2025-11-23T09:00:00Z",
    timeZone: "Europe/Berlin",
    step: 10_800,
    count: 56,
    at: "01:00",
  },
])("the axis labels $name", ({ first, step, count, timeZone, at }) => {
  const starts = Array.from({ length: count }, (_, place) =>
    new Date(Date.parse(first) + place * step * 1000).toISOString(),
  );
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const labels = timeTicks(starts, step, timeZone).map((start) => clock.format(new Date(start)));
  expect([...new Set(labels)].join(" ")).toBe(at);
});

test("days carry their date each, whatever the zone", () => {
  const days = ["2025-11-22T00:00:00Z", "2025-11-23T00:00:00Z", "2025-11-24T00:00:00Z"];
  expect(timeTicks(days, 86_400, "America/New_York")).toEqual(days);
});
