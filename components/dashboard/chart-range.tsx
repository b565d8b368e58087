"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";
import { rangePresets } from "#components/ui/time-range.ts";

const presets = ["24h", "7d", "30d"] as const;
export type ChartRange = (typeof presets)[number];

/** The window of the page's charts, kept in the address as `range`. */
export function useChartRange() {
  return useQueryState(
    "range",
    parseAsStringLiteral(presets).withDefault("24h").withOptions({ history: "push" }),
  );
}

/** The window as the API's statistics understand it, in steps that a bar can stand for. */
export function statsWindow(range: ChartRange): { lastSeconds: number; step: number } {
  return { lastSeconds: rangePresets[range], step: steps[range] };
}

export function ChartRangeControl() {
  const [range, setRange] = useChartRange();
  return (
    <SegmentedControl
      label="Time range"
      value={range}
      onValueChange={(next) => void setRange(next)}
      segments={presets.map((preset) => ({ value: preset, label: preset }))}
    />
  );
}

const steps = { "24h": 1_800, "7d": 10_800, "30d": 86_400 } as const;
