import { expect, test } from "vitest";
import { stepsOf } from "#components/attempts/timing-steps.ts";

test("the steps add up to the total, and what did not happen is left out", () => {
  const steps = stepsOf({ dnsMs: 4, connectMs: 20, tlsMs: null, firstByteMs: 60, totalMs: 100 });
  expect(steps.map(({ name, durationMs }) => [name, durationMs])).toEqual([
    ["DNS", 4],
    ["Connect", 20],
    ["First byte", 60],
    ["Rest", 16],
  ]);
});

test("time without an answer is waiting", () => {
  const steps = stepsOf({ dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 15_000 });
  expect(steps.map(({ name }) => name)).toEqual(["Waiting"]);
});
