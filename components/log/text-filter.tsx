"use client";

import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Input } from "#components/ui/input.tsx";
import type { LogFilterProps } from "./endpoint-filter.tsx";

export interface TextFilterProps extends LogFilterProps {
  label: string;
  placeholder: string;
  /** What the API takes; its message is shown for anything else. */
  schema: z.ZodType<string>;
}

/** One exact word, such as a tag. */
export function TextFilter({ label, value, onValueChange, ...rest }: TextFilterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <FilterChip
      label={label}
      summary={value ?? undefined}
      onClear={() => onValueChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
      className="p-3"
    >
      <TextForm
        label={label}
        value={value}
        onValueChange={(next) => {
          onValueChange(next);
          setOpen(false);
        }}
        {...rest}
      />
    </FilterChip>
  );
}

function TextForm({ label, placeholder, schema, value, onValueChange }: TextFilterProps) {
  const [draft, setDraft] = useState(value ?? "");
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = draft.trim();
    if (text === "") return onValueChange(null);
    const parsed = schema.safeParse(text);
    return parsed.success ? onValueChange(parsed.data) : setError(`It ${parsed.error.issues[0]?.message}.`);
  };
  return (
    <form onSubmit={submit} className="flex w-60 flex-col gap-3">
      <Field label={label} error={error}>
        <Input
          value={draft}
          placeholder={placeholder}
          onChange={(event) => setDraft(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Button type="submit">Apply</Button>
    </form>
  );
}
