"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlStyle, optionStyle, popupStyle } from "./control-style.ts";

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: ReactNode;
  /** Other words by which one finds it. */
  keywords?: string;
}

export interface ComboboxProps {
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder?: string;
  /** Names the control where no Field does. */
  label?: string;
  emptyText?: string;
  /** What is typed, for a list that the server searches; without it the options are searched here. */
  onQueryChange?: (query: string) => void;
  onFocus?: () => void;
  disabled?: boolean;
  className?: string;
}

/** A Select with so many options that one types to find the right one. */
export function Combobox(props: ComboboxProps) {
  const {
    options,
    value,
    onValueChange,
    placeholder,
    label,
    emptyText,
    onQueryChange,
    onFocus,
    className,
    ...rest
  } = props;
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <BaseCombobox.Root
      items={options}
      value={selected}
      onValueChange={(option: ComboboxOption | null) => onValueChange(option?.value ?? null)}
      isItemEqualToValue={(left, right) => left?.value === right?.value}
      {...(onQueryChange ? searchElsewhere(onQueryChange) : { filter: holdsAllWords })}
      {...rest}
    >
      <BaseCombobox.InputGroup className={cn("relative flex items-center", className)}>
        <BaseCombobox.Input
          aria-label={label}
          placeholder={placeholder}
          onFocus={onFocus}
          className={cn(controlStyle, "h-8 w-full min-w-0 pr-8 pl-2.5 max-sm:pr-11 max-sm:h-11")}
        />
        <BaseCombobox.Trigger
          aria-label="Show options"
          className="absolute right-0 flex h-full w-8 max-sm:w-11 items-center justify-center text-faint"
        >
          <ChevronsUpDown className="size-3.5" />
        </BaseCombobox.Trigger>
      </BaseCombobox.InputGroup>
      <ComboboxPopup emptyText={emptyText} />
    </BaseCombobox.Root>
  );
}

function holdsAllWords({ label, keywords = "" }: ComboboxOption, query: string): boolean {
  const text = `${label} ${keywords}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

// A chosen label fills the input too; only typing is a query.
function searchElsewhere(onQueryChange: (query: string) => void) {
  return {
    filter: null,
    onInputValueChange: (query: string, { reason }: { reason: string }) =>
      onQueryChange(reason === "input-change" ? query : ""),
  };
}

export function ComboboxPopup({ emptyText = "Nothing matches." }: { emptyText?: string | undefined }) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} className="z-50">
        <BaseCombobox.Popup
          className={cn(
            popupStyle,
            "max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto",
          )}
        >
          <BaseCombobox.Empty className="p-3 text-base text-muted empty:hidden">
            {emptyText}
          </BaseCombobox.Empty>
          <BaseCombobox.List className="p-1 data-empty:p-0">
            {(option: ComboboxOption) => (
              <BaseCombobox.Item key={option.value} value={option} className={optionStyle}>
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.hint ? (
                    <span className="block truncate text-muted text-sm">{option.hint}</span>
                  ) : null}
                </span>
                <BaseCombobox.ItemIndicator>
                  <Check className="size-4 text-brass" />
                </BaseCombobox.ItemIndicator>
              </BaseCombobox.Item>
            )}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}
