"use client";

import { useState } from "react";
import { ChoiceList } from "#components/log/choice-list.tsx";
import { CustomRangeForm } from "#components/ui/custom-range-form.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import {
  describeRange,
  presetNames,
  type RangePreset,
  rangePresets,
  type TimeRange,
} from "#components/ui/time-range.ts";
import { useTimeStyle } from "#components/ui/time-style.tsx";

export interface TimeFilterProps {
  /** Null is all of it: the audit log outlives the events. */
  range: TimeRange | null;
  onChange: (range: TimeRange | null) => void;
}

export function TimeFilter({ range, onChange }: TimeFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const style = useTimeStyle();
  const choose = (next: TimeRange) => {
    onChange(next);
    setOpen(false);
  };
  return (
    <FilterChip
      label="Time"
      summary={range ? describeRange(range, style) : undefined}
      onClear={() => onChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ChoiceList
        label="Time"
        value={range && "preset" in range ? range.preset : null}
        onChoose={(preset) => choose({ preset: preset as RangePreset })}
        choices={Object.keys(rangePresets).map((preset) => ({
          value: preset,
          label: presetNames[preset as RangePreset],
        }))}
      />
      <CustomRangeForm value={range ?? { preset: "24h" }} onSubmit={choose} />
    </FilterChip>
  );
}
