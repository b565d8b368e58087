import { describe, expect, test } from "vitest";
import { estimateSeconds } from "#lib/replays/estimate.ts";
import { firstAllowance, type LanePace, largestAllowance, paceLane } from "#lib/replays/pace.ts";

const lane: LanePace = {
  allowance: 16,
  due: 0,
  maxInFlight: 16,
  rateLimit: null,
  heldBackBy: null,
  isProbing: false,
  idleSeconds: 0,
};

describe("the pace of a lane", () => {
  test.each<[string, Partial<LanePace>, ReturnType<typeof paceLane>]>([
    ["doubles when everything went out", { due: 0 }, { room: 32, allowance: 32 }],
    ["stays when about half went out", { due: 8 }, { room: 8, allowance: 16 }],
    ["halves when most still waits", { due: 12 }, { room: 0, allowance: 8 }],
    [
      "fills up to the halved allowance",
      { due: 9, allowance: 17, maxInFlight: 64 },
      { room: 7, allowance: 16 },
    ],
    [
      "never falls below a quarter of the requests in flight",
      { due: 9, allowance: 5 },
      { room: 0, allowance: 4 },
    ],
    [
      "grows up to the largest allowance",
      { allowance: 400 },
      { room: largestAllowance, allowance: largestAllowance },
    ],
    ["grows up to a second of the rate limit", { rateLimit: 10 }, { room: 10, allowance: 10 }],
    ["follows a rate limit that was lowered", { rateLimit: 5, due: 2 }, { room: 3, allowance: 5 }],
    ["opens nothing while the lane is held back", { heldBackBy: "pause" }, { room: 0, allowance: 16 }],
    ["offers one delivery to a probe", { isProbing: true }, { room: 1, allowance: 32 }],
    [
      "offers a probe nothing while something waits for it",
      { isProbing: true, due: 1 },
      { room: 0, allowance: 16 },
    ],
    [
      "opens a few where new events alone keep the lane full",
      { due: 17, idleSeconds: 5 },
      { room: 4, allowance: 8 },
    ],
  ])("%s", (_name, changes, expected) => {
    expect(paceLane({ ...lane, ...changes })).toEqual(expected);
  });

  test("starts with what may be in flight, within the rate limit", () => {
    expect(firstAllowance({ maxInFlight: 16, rateLimit: null })).toBe(16);
    expect(firstAllowance({ maxInFlight: 16, rateLimit: 3 })).toBe(3);
  });
});

describe("the time a replay takes", () => {
  const load = { count: 3_200, maxInFlight: 16, rateLimit: null, p50Ms: 100 };
  test.each([
    ["follows requests in flight and response time", [load], 20],
    ["follows the rate limit", [{ ...load, rateLimit: 10 }], 320],
    ["is that of the slowest endpoint", [load, { ...load, p50Ms: 1_000 }], 200],
    ["allows a quarter of a second where nothing is known", [{ ...load, p50Ms: null }], 50],
    ["is no shorter than opening them takes", [{ ...load, p50Ms: 1, maxInFlight: 100 }], 4],
    ["is nothing for nothing", [], 0],
  ])("%s", (_name, lanes, seconds) => {
    expect(estimateSeconds(lanes)).toBe(seconds);
  });
});
