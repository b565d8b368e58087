import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultSchedule, retryDelaySeconds } from "#lib/delivery/schedule.ts";

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("retryDelaySeconds", () => {
  test("the default makes ten attempts over 75 hours", () => {
    const delays = Array.from({ length: 10 }, (_, index) =>
      retryDelaySeconds({ schedule: defaultSchedule, attemptNumber: index + 1, random: () => 0.5 }),
    );
    expect(delays).toEqual([...defaultSchedule, undefined]);
    expect(Math.floor(defaultSchedule.reduce((sum, step) => sum + step, 0) / 3600)).toBe(75);
  });

  test("stays within ten percent of the step, and is never negative", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(steps, fc.nat(), fraction, (schedule, index, random) => {
        const step = schedule[index % schedule.length] ?? 0;
        const attemptNumber = (index % schedule.length) + 1;
        const delay = retryDelaySeconds({ schedule, attemptNumber, random: () => random }) ?? -1;
        expect(delay).toBeGreaterThanOrEqual(step * 0.9);
        expect(delay).toBeLessThanOrEqual(step * 1.1 + 1e-9);
      }),
    );
  });

  test.each([0, -1, 10, 1.5, Number.NaN])("has nothing for attempt %d", (attemptNumber) => {
    expect(retryDelaySeconds({ schedule: defaultSchedule, attemptNumber, random: () => 0 })).toBeUndefined();
  });
});
