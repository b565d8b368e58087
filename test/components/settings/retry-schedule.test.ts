import { describe, expect, test } from "vitest";
import { resolveRetries, toSchedule, valuesOf } from "#components/settings/retries/retry-values.ts";
import { describeSpan, elapsedOf, formatSpan } from "#components/settings/retries/span.ts";

describe("a retry schedule as people write it", () => {
  test("seconds become the largest whole unit and come back the same", () => {
    const schedule = [5, 90, 300, 7_200, 86_400];
    const values = valuesOf(schedule, [1]);
    expect(values.waits.map(({ amount, unit }) => amount + unit)).toEqual(["5s", "90s", "5m", "2h", "1d"]);
    expect(toSchedule(values)).toEqual(schedule);
  });

  test("without one of its own a tenant follows the installation", () => {
    const values = valuesOf(null, [5, 60]);
    expect(values.source).toBe("default");
    expect(toSchedule(values)).toBeNull();
    expect(toSchedule({ ...values, source: "own" })).toEqual([5, 60]);
  });

  test("a wait that cannot be read is refused at its row", async () => {
    const waits = [
      { amount: "5", unit: "s" },
      { amount: "soon", unit: "m" },
      { amount: "9", unit: "d" },
    ] as const;
    const { errors } = await resolveRetries({ source: "own", waits: [...waits] }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    });
    expect(errors.waits?.[0]).toBeUndefined();
    expect(errors.waits?.[1]?.amount?.message).toBe("1 s to 7 d");
    expect(errors.waits?.[2]?.amount?.message).toBe("1 s to 7 d");
  });

  test("spans are said in two units, never rounded up", () => {
    expect([0, 5, 90, 2_105, 113_705, 272_105].map(formatSpan)).toEqual([
      "0 s",
      "5 s",
      "1 m 30 s",
      "35 m 5 s",
      "1 d 7 h",
      "3 d 3 h",
    ]);
    expect(describeSpan([5, 300])).toBe("3 attempts over 5 m 5 s");
    expect(elapsedOf([5, 300, 1_800])).toEqual([5, 305, 2_105]);
  });
});
