"use client";

import { formatCount } from "#components/ui/format.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { Target } from "./targets.ts";

export type Scope = "all" | "some";

export interface TargetScopeProps {
  targets: readonly Target[];
  /** How many of them "all" reaches. */
  count: number;
  value: Scope;
  onValueChange: (scope: Scope) => void;
}

/** To every endpoint the event was for, or to chosen ones. */
export function TargetScope({ targets, count, value, onValueChange }: TargetScopeProps) {
  const leftOut = targets.filter((target) => target.wasTarget && target.isDisabled).length;
  const all = {
    value: "all" as const,
    label: count === 1 ? "The endpoint it was for" : `All ${count} endpoints it was for`,
    disabled: count === 0,
    hint: leftOut > 0 ? `${formatCount(leftOut, "disabled endpoint")} left out` : undefined,
  };
  return (
    <RadioGroup
      label="Send to"
      value={value}
      onValueChange={onValueChange}
      options={[all, { value: "some", label: "Chosen endpoints" }]}
    />
  );
}
