"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Target } from "./targets.ts";

export interface TargetChoicesProps {
  targets: readonly Target[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function TargetChoices({ targets, chosen, onChange }: TargetChoicesProps) {
  if (targets.length === 0) {
    return <p className="text-muted">This application has no endpoint. Create one first.</p>;
  }
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset
      aria-label="Endpoints"
      className="max-h-72 min-w-0 divide-y divide-line overflow-y-auto rounded-lg border border-line"
    >
      {targets.map((target) => (
        <div key={target.id} className="px-3 py-2">
          <Checkbox
            checked={chosen.includes(target.id)}
            disabled={target.isDisabled}
            onCheckedChange={() => toggle(target.id)}
            label={
              <bdi className="line-clamp-3 break-all" title={target.url}>
                {target.url}
              </bdi>
            }
            hint={hintFor(target)}
          />
        </div>
      ))}
    </fieldset>
  );
}

function hintFor({ wasTarget, isDisabled, isPaused }: Target): string | undefined {
  if (isDisabled) return "Disabled: enable it first";
  if (isPaused) return "Paused: it waits until the endpoint is resumed";
  return wasTarget ? undefined : "Was not subscribed when the event came in";
}
