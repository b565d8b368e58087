import { expect, test } from "vitest";
import { LaneSpeeds } from "#worker/lane-speeds.ts";

test("a lane is slow once its attempts mostly take longer than a second, and quick again when they do not", () => {
  const speeds = new LaneSpeeds();
  expect(speeds.isSlow("a")).toBe(false);
  for (let attempt = 0; attempt < 10; attempt += 1) speeds.note("a", 20);
  speeds.note("a", 2_000);
  expect(speeds.isSlow("a")).toBe(false);
  for (let attempt = 0; attempt < 10; attempt += 1) speeds.note("a", 2_000);
  expect([speeds.isSlow("a"), speeds.isSlow("b")]).toEqual([true, false]);
  for (let attempt = 0; attempt < 10; attempt += 1) speeds.note("a", 20);
  expect(speeds.isSlow("a")).toBe(false);
});
