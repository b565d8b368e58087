"use client";

import { type ReactNode, useState } from "react";
import { Checkbox } from "./checkbox.tsx";
import { Input } from "./input.tsx";

export interface FilterOption<Value extends string> {
  value: Value;
  label: string;
  icon?: ReactNode;
}

export interface FilterOptionsProps<Value extends string> {
  label: string;
  options: readonly FilterOption<Value>[];
  values: readonly Value[];
  onValuesChange: (values: Value[]) => void;
}

/** Any number of a list, for inside a FilterChip; long lists get a search of their own. */
export function FilterOptions<Value extends string>(props: FilterOptionsProps<Value>) {
  const { label, options, values, onValuesChange } = props;
  const [query, setQuery] = useState("");
  const shown = options.filter((option) => option.label.toLowerCase().includes(query.trim().toLowerCase()));
  const toggle = (value: Value) =>
    onValuesChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <div className="flex w-60 flex-col">
      {options.length > 8 ? (
        <Input
          aria-label={`Find ${label.toLowerCase()}`}
          placeholder="Find"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-1"
        />
      ) : null}
      <fieldset aria-label={label} className="max-h-72 min-w-0 overflow-y-auto">
        {shown.map((option) => (
          <div key={option.value} className="rounded-md px-2 py-1.5 hover:bg-hover">
            <Checkbox
              checked={values.includes(option.value)}
              onCheckedChange={() => toggle(option.value)}
              label={
                <span className="flex min-w-0 items-center gap-1.5">
                  {option.icon}
                  <span className="truncate">{option.label}</span>
                </span>
              }
            />
          </div>
        ))}
        {shown.length === 0 ? <p className="p-2 text-muted text-sm">Nothing matches.</p> : null}
      </fieldset>
    </div>
  );
}
