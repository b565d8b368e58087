"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { ChoiceLabel } from "./choice-label.tsx";
import { cn } from "./cn.ts";

export interface CheckboxProps extends Omit<BaseCheckbox.Root.Props, "className" | "render" | "children"> {
  /** Words beside the box; without them give aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root className={boxStyle} {...rest}>
      <BaseCheckbox.Indicator className="flex text-paper data-unchecked:hidden">
        {rest.indeterminate ? (
          <Minus className="size-3" strokeWidth={3} />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!label) return box;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside
    <label className="flex cursor-pointer items-start gap-2.5 max-sm:py-2.5">
      <span className="flex h-5 items-center">{box}</span>
      <ChoiceLabel label={label} hint={hint} />
    </label>
  );
}

const boxStyle = cn(
  "touch-target flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface transition-colors",
  "hover:border-faint data-checked:border-ink data-checked:bg-ink data-indeterminate:border-ink data-indeterminate:bg-ink",
  "data-disabled:cursor-not-allowed data-disabled:opacity-50 data-invalid:border-failed",
);
