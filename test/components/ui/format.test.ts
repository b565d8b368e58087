import { describe, expect, test } from "vitest";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  shortenMiddle,
} from "#components/ui/format.ts";

describe("numbers for people", () => {
  test.each([
    [0, "0 ms"],
    [84.4, "84 ms"],
    [1240, "1.24 s"],
    [15_000, "15.0 s"],
    [252_000, "4 m 12 s"],
    [3_600_000, "1 h"],
    [11_100_000, "3 h 5 m"],
    [187_200_000, "2 d 4 h"],
  ])("%d ms reads as %s", (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  test.each([
    [0, "0 B"],
    [820, "820 B"],
    [1400, "1.4 kB"],
    [262_144, "262 kB"],
    [3_200_000, "3.2 MB"],
  ])("%d bytes read as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  test("a share is never rounded up to all nor down to none", () => {
    expect(formatPercent(0.99996)).toBe("> 99.9 %");
    expect(formatPercent(0.00004)).toBe("< 0.1 %");
    expect(formatPercent(1)).toBe("100 %");
    expect(formatPercent(0.9871)).toBe("98.7 %");
  });

  test("counts agree with their noun", () => {
    expect(formatCount(1, "delivery", "deliveries")).toBe("1 delivery");
    expect(formatCount(3204, "delivery", "deliveries")).toBe("3,204 deliveries");
  });

  test("only large numbers are made compact", () => {
    expect(formatNumber(9999, { compact: true })).toBe("9,999");
    expect(formatNumber(12_466, { compact: true })).toBe("12.5K");
  });

  test("an id keeps its prefix and its tail", () => {
    expect(shortenMiddle("dlv_01kc9r6h3ze8tqv0j2m4n7pxa0")).toBe("dlv_01kc…n7pxa0");
    expect(shortenMiddle("short")).toBe("short");
  });
});
