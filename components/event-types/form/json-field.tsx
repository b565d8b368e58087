"use client";

import type { ReactNode } from "react";
import { type Control, useController } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { indentJson } from "#components/ui/indent-json.ts";
import { JsonEditor } from "#components/ui/json-editor.tsx";
import type { EventTypeValues } from "./values.ts";

export interface JsonFieldProps {
  control: Control<EventTypeValues>;
  name: "schema" | "example";
  label: string;
  hint: ReactNode;
  placeholder: string;
  disabled: boolean;
  /** Buttons beside Format. */
  actions?: ReactNode;
}

/** A JSON object as text, checked when it is left and tidied on request. */
export function JsonField({ control, name, label, hint, placeholder, disabled, actions }: JsonFieldProps) {
  const { field, fieldState } = useController({ control, name });
  const tidy = () => {
    const indented = indentJson(field.value);
    if (indented === null) field.onBlur();
    else field.onChange(indented);
  };
  return (
    <div className="min-w-0">
      <Field label={label} optional hint={hint} error={fieldState.error?.message} disabled={disabled}>
        <JsonEditor
          ref={field.ref}
          value={field.value}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
          placeholder={placeholder}
        />
      </Field>
      {disabled ? null : (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={tidy} disabled={field.value.trim() === ""}>
            Format
          </Button>
          {actions}
        </div>
      )}
    </div>
  );
}
