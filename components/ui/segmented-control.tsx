"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Needed when the label is only an icon. */
  ariaLabel?: string;
}

export interface SegmentedControlProps<Value extends string> {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onValueChange, className } = props;
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => next && onValueChange(next as Value)}
      className={cn("inline-flex w-fit rounded-md bg-pressed/60 p-0.5", className)}
    >
      {segments.map((segment) => (
        <Toggle
          key={segment.value}
          value={segment.value}
          aria-label={segment.ariaLabel}
          className="touch-target inline-flex h-7 items-center gap-1.5 rounded-[5px] px-2.5 font-medium text-muted text-sm transition-colors hover:text-ink data-pressed:bg-surface data-pressed:text-ink data-pressed:shadow-control dark:data-pressed:bg-control [&_svg]:size-3.5"
        >
          {segment.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
