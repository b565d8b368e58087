"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { ChoiceLabel } from "./choice-label.tsx";
import { cn } from "./cn.ts";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  /** Names the group for screen readers. */
  label: string;
  options: readonly RadioOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  disabled?: boolean;
  name?: string;
  /** "cards" frames each option; for choices that need a sentence. */
  look?: "plain" | "cards";
  className?: string;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, options, look = "plain", className, onValueChange, ...rest } = props;
  return (
    <BaseRadioGroup
      aria-label={label}
      onValueChange={(value) => onValueChange(value as Value)}
      className={cn("flex flex-col", look === "cards" ? "gap-2" : "gap-1.5", className)}
      {...rest}
    >
      {options.map((option) => (
        <Option key={option.value} option={option} look={look} />
      ))}
    </BaseRadioGroup>
  );
}

function Option({ option, look }: { option: RadioOption<string>; look: "plain" | "cards" }) {
  const cardStyle =
    "rounded-md border border-line bg-surface p-3 transition-colors hover:border-control has-data-checked:border-ink has-data-checked:bg-sunken";
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI radio inside
    <label
      className={cn("flex cursor-pointer items-start gap-2.5 max-sm:py-2.5", look === "cards" && cardStyle)}
    >
      <span className="flex h-5 items-center">
        <Radio.Root
          value={option.value}
          disabled={option.disabled ?? false}
          className="touch-target flex size-4 shrink-0 items-center justify-center rounded-full border border-control bg-surface transition-colors hover:border-faint data-checked:border-ink data-checked:bg-ink data-disabled:cursor-not-allowed data-disabled:opacity-50"
        >
          <Radio.Indicator className="size-1.5 rounded-full bg-paper data-unchecked:hidden" />
        </Radio.Root>
      </span>
      <ChoiceLabel label={option.label} hint={option.hint} />
    </label>
  );
}
