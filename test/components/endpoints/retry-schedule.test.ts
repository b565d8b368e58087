import { expect, test } from "vitest";
import { formatSchedule, parseSchedule } from "#components/endpoints/form/retry-schedule.ts";

test.each([
  ["5s, 5m, 2h, 1d", [5, 300, 7_200, 86_400]],
  ["90 2M;3H", [90, 120, 10_800]],
  ["", []],
])("%j is read as waits in seconds", (text, seconds) => {
  expect(parseSchedule(text)).toEqual(seconds);
});

test.each(["soon", "5x", "-5s", "1.5h"])("%j stands as NaN, which the contract refuses", (text) => {
  expect(parseSchedule(text)).toEqual([Number.NaN]);
});

test("a schedule that was written reads as the same waits", () => {
  const schedule = [1, 59, 60, 90, 3_600, 5_400, 86_400, 604_800];
  expect(parseSchedule(formatSchedule(schedule))).toEqual(schedule);
});
