import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

// Machado, Oliveira and Fernandes (2009), full severity, for linear sRGB.
const sights: Record<string, Matrix> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "people who see no red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "people who see no green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "people who see no blue": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const [light = "", dark = ""] = readFileSync("app/styles/tokens.css", "utf8").split(/^\.dark \{$/m);

// Twice what is just told apart side by side is far from enough for two bars: this is five times that.
const leastDistance = 0.1;
const charted = ["delivered", "canceled", "retrying", "failed"];
const all = [...charted, "pending", "paused"];

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s theme", (_, tokens) => {
  test.each(Object.entries(sights))("%s tell the bars of a chart apart", (_name, sight) => {
    expect(nearest(tokens, charted, sight)).toBeGreaterThan(leastDistance);
  });

  test.each(Object.entries(sights))(
    "%s see all states differ, which have icons and words besides",
    (_name, sight) => {
      expect(nearest(tokens, all, sight)).toBeGreaterThan(leastDistance / 2);
    },
  );
});

/** How far apart the two of these states are that somebody with this sight confuses first. */
function nearest(tokens: string, states: readonly string[], sight: Matrix): number {
  const seen = states.map((state) => see(tokenOf(tokens, `${state}-solid`), sight));
  const distances = seen.flatMap((one, place) => seen.slice(place + 1).map((other) => distance(one, other)));
  return Math.min(...distances);
}

function tokenOf(tokens: string, name: string): Triple {
  const found = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(tokens);
  if (!found) throw new Error(`there is no colour ${name}`);
  const [lightness = 0, chroma = 0, hue = 0] = found.slice(1).map(Number);
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** A colour in OKLab, as somebody with this sight has it. */
function see(lab: Triple, sight: Matrix): Triple {
  return toLab(times(sight, toLinear(lab)));
}

function distance(one: Triple, other: Triple): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function times(matrix: Matrix, [x, y, z]: Triple): Triple {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a ?? 0, b ?? 0, c ?? 0];
}

function toLinear(lab: Triple): Triple {
  const [l, m, s] = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  const rgb = times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    [l ** 3, m ** 3, s ** 3],
  );
  const [red, green, blue] = rgb.map((channel) => Math.min(1, Math.max(0, channel)));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function toLab(rgb: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
}
