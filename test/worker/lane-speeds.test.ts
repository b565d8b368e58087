import { expect, test } from "vitest";
import { LaneSpeeds } from "#worker/lane-speeds.ts";

test("the longer a lane's attempts mostly take, the smaller its share, until they are quick again", () => {
  const speeds = new LaneSpeeds();
  const note = (durationMs: number, times: number) => {
    for (let attempt = 0; attempt < times; attempt += 1) speeds.note("a", durationMs);
    return speeds.shareOf("a");
  };
  expect(speeds.shareOf("never seen")).toBe(1);
  expect(note(20, 10)).toBe(1);
  expect(note(500, 1)).toBe(1);
  expect(note(500, 20)).toBeCloseTo(0.5, 1);
  expect(note(30_000, 20)).toBe(1 / 8);
  expect(note(20, 30)).toBe(1);
});
