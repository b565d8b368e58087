"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { cn } from "./cn.ts";
import { type ComboboxOption, ComboboxPopup } from "./combobox.tsx";
import { controlStyle } from "./control-style.ts";

export interface MultiComboboxProps {
  options: readonly ComboboxOption[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  /** Lets a person add what is not in the list; return what to store, or null to refuse. */
  parseCustom?: (typed: string) => string | null;
  placeholder?: string;
  label?: string;
  emptyText?: string;
  /** Chips in the mono face. */
  mono?: boolean;
  disabled?: boolean;
}

/** Several from a list, as chips. Enter adds, Backspace removes, arrows walk the chips. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { options, value, onValueChange, parseCustom, emptyText, disabled = false, ...inputProps } = props;
  const [query, setQuery] = useState("");
  const [highlighted, setHighlighted] = useState<ComboboxOption>();
  const custom = customOption(query, options, parseCustom);
  const change = (next: ComboboxOption[]) => {
    onValueChange([...new Set(next.map((option) => option.value))]);
    setQuery("");
  };
  const addTyped = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || highlighted || !custom) return;
    event.preventDefault();
    change([...asOptions(value, options), custom]);
  };
  return (
    <BaseCombobox.Root
      multiple
      autoHighlight={!parseCustom}
      items={custom ? [...options, custom] : options}
      value={asOptions(value, options)}
      onValueChange={change}
      inputValue={query}
      onInputValueChange={setQuery}
      onItemHighlighted={setHighlighted}
      isItemEqualToValue={(left, right) => left.value === right.value}
      disabled={disabled}
    >
      <ChipInput {...inputProps} disabled={disabled} onKeyDown={addTyped} />
      <ComboboxPopup emptyText={emptyText} />
    </BaseCombobox.Root>
  );
}

type ChipInputProps = Pick<MultiComboboxProps, "placeholder" | "label" | "mono" | "disabled"> & {
  onKeyDown: (event: KeyboardEvent) => void;
};

function ChipInput({ placeholder, label, mono, disabled = false, onKeyDown }: ChipInputProps) {
  return (
    <BaseCombobox.InputGroup className={cn(controlStyle, groupStyle)}>
      <BaseCombobox.Value>
        {(selected: ComboboxOption[]) => (
          <BaseCombobox.Chips className="flex w-full flex-wrap items-center gap-1">
            {selected.map((option) => (
              <Chip key={option.value} option={option} mono={mono} disabled={disabled} />
            ))}
            <BaseCombobox.Input
              aria-label={label}
              placeholder={selected.length > 0 ? "" : placeholder}
              onKeyDown={onKeyDown}
              className="h-6 min-w-16 flex-1 bg-transparent px-1.5 outline-none max-sm:h-9"
            />
          </BaseCombobox.Chips>
        )}
      </BaseCombobox.Value>
    </BaseCombobox.InputGroup>
  );
}

interface ChipProps {
  option: ComboboxOption;
  mono: boolean | undefined;
  disabled: boolean;
}

function Chip({ option, mono, disabled }: ChipProps) {
  return (
    <BaseCombobox.Chip
      aria-label={option.label}
      className={cn(
        "flex h-6 min-w-0 max-w-full items-center gap-0.5 rounded-sm bg-hover pl-2 text-sm outline-none focus:bg-ink focus:text-paper data-highlighted:bg-ink data-highlighted:text-paper max-sm:h-9",
        disabled && "pr-2",
      )}
    >
      <span className={cn("truncate", mono && "font-mono")}>{option.label}</span>
      {disabled ? null : (
        <BaseCombobox.ChipRemove
          aria-label={`Remove ${option.label}`}
          className="touch-target flex size-6 shrink-0 items-center justify-center rounded-sm text-faint hover:text-ink max-sm:size-9"
        >
          <X className="size-3.5" />
        </BaseCombobox.ChipRemove>
      )}
    </BaseCombobox.Chip>
  );
}

const groupStyle =
  "flex min-h-8 cursor-text items-center p-[3px] focus-within:border-focus focus-within:outline-2 focus-within:outline-focus/35 max-sm:min-h-11";

function asOptions(values: readonly string[], options: readonly ComboboxOption[]): ComboboxOption[] {
  return values.map((value) => options.find((option) => option.value === value) ?? { value, label: value });
}

function customOption(
  query: string,
  options: readonly ComboboxOption[],
  parseCustom: MultiComboboxProps["parseCustom"],
): ComboboxOption | undefined {
  const typed = query.trim();
  const value = typed && parseCustom ? parseCustom(typed) : null;
  if (!value || options.some((option) => option.value === value)) return undefined;
  return { value, label: value, hint: "Add this" };
}
