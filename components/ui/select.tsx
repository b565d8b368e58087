"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlStyle, optionStyle, popupStyle } from "./control-style.ts";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  /** Names the control where no Field does. */
  label?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, placeholder = "Choose…", label, className, ...rest } = props;
  return (
    <BaseSelect.Root
      items={[...options]}
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      modal={false}
      {...rest}
    >
      <BaseSelect.Trigger
        aria-label={label}
        className={cn(
          controlStyle,
          "flex h-8 w-full min-w-0 items-center justify-between gap-2 px-2.5 text-left max-sm:h-11",
          className,
        )}
      >
        <BaseSelect.Value
          placeholder={placeholder}
          className="min-w-0 truncate data-placeholder:text-faint"
        />
        <BaseSelect.Icon>
          <ChevronsUpDown className="size-3.5 text-faint" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <SelectPopup options={options} />
    </BaseSelect.Root>
  );
}

function SelectPopup({ options }: { options: readonly SelectOption<string>[] }) {
  return (
    <BaseSelect.Portal>
      <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
        <BaseSelect.Popup
          className={cn(popupStyle, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1")}
        >
          {options.map((option) => (
            <BaseSelect.Item
              key={option.value}
              value={option.value}
              disabled={option.disabled ?? false}
              className={optionStyle}
            >
              {option.icon}
              <span className="min-w-0 flex-1">
                <BaseSelect.ItemText className="block truncate">{option.label}</BaseSelect.ItemText>
                {option.hint ? <span className="block text-muted text-sm">{option.hint}</span> : null}
              </span>
              <BaseSelect.ItemIndicator>
                <Check className="size-4 text-brass" />
              </BaseSelect.ItemIndicator>
            </BaseSelect.Item>
          ))}
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  );
}
