"use client";

import { CalendarClock, Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { CustomRangeForm } from "./custom-range-form.tsx";
import { Popover } from "./popover.tsx";
import { describeRange, presetNames, type RangePreset, rangePresets, type TimeRange } from "./time-range.ts";
import { useTimeStyle } from "./time-style.tsx";

export interface DateRangePickerProps {
  value: TimeRange;
  onValueChange: (range: TimeRange) => void;
  className?: string;
}

export function DateRangePicker({ value, onValueChange, className }: DateRangePickerProps) {
  const [open, setOpen] = useState(false);
  const style = useTimeStyle();
  const choose = (range: TimeRange) => {
    onValueChange(range);
    setOpen(false);
  };
  const trigger = (
    <Button icon={<CalendarClock className="text-muted" />} className={cn("font-normal text-sm", className)}>
      {describeRange(value, style)}
      <ChevronDown className="text-faint" />
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} label="Time range" className="w-72 p-0">
      <ul className="p-1">
        {(Object.keys(rangePresets) as RangePreset[]).map((preset) => (
          <li key={preset}>
            <PresetButton
              preset={preset}
              isChosen={"preset" in value && value.preset === preset}
              onChoose={choose}
            />
          </li>
        ))}
      </ul>
      <CustomRangeForm value={value} onSubmit={choose} />
    </Popover>
  );
}

interface PresetButtonProps {
  preset: RangePreset;
  isChosen: boolean;
  onChoose: (range: TimeRange) => void;
}

function PresetButton({ preset, isChosen, onChoose }: PresetButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose({ preset })}
      className="flex h-8 w-full items-center justify-between rounded-md px-2 text-base hover:bg-hover max-sm:h-11"
    >
      {presetNames[preset]}
      {isChosen ? <Check aria-hidden className="size-4 text-brass" /> : null}
    </button>
  );
}
