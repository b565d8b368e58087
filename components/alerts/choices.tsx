"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";

export interface ChoicesProps<Value extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  disabled: boolean;
}

/** Several of a few: a box each. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, hint, options, value, onChange, disabled } = props;
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.value)}
            disabled={disabled}
            onCheckedChange={(isOn) =>
              onChange(
                options
                  .map((one) => one.value)
                  .filter((one) => (one === option.value ? isOn : value.includes(one))),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
