"use client";

import { Switch as BaseSwitch } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { ChoiceLabel } from "./choice-label.tsx";

export interface SwitchProps extends Omit<BaseSwitch.Root.Props, "className" | "render" | "children"> {
  /** Words beside the switch; without them give aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
}

/** For what takes effect at once; a choice that waits for Save is a Checkbox. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const control = (
    <BaseSwitch.Root
      className="touch-target flex h-[18px] w-8 shrink-0 items-center rounded-full bg-faint p-0.5 transition-colors data-checked:bg-ink data-disabled:cursor-not-allowed data-disabled:opacity-50"
      {...rest}
    >
      <BaseSwitch.Thumb className="size-3.5 rounded-full bg-surface transition-transform data-checked:translate-x-3.5" />
    </BaseSwitch.Root>
  );
  if (!label) return control;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI switch inside
    <label className="flex cursor-pointer items-start justify-between gap-4 max-sm:py-2">
      <ChoiceLabel label={label} hint={hint} />
      <span className="flex h-5 items-center">{control}</span>
    </label>
  );
}
