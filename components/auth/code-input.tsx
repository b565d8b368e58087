"use client";

import type { ChangeEvent } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

export interface CodeInputProps {
  control: UseFormRegisterReturn;
  error: string | undefined;
  hint?: string;
  /** Called when all six digits are there. */
  onComplete?: () => void;
}

/** The six digits that an authenticator app shows. */
export function CodeInput({ control, error, hint, onComplete }: CodeInputProps) {
  const change = async (event: ChangeEvent<HTMLInputElement>) => {
    const isComplete = /^\d{3} ?\d{3}$/.test(event.target.value.trim());
    await control.onChange(event);
    if (isComplete) onComplete?.();
  };
  return (
    <Field label="Code" error={error} hint={hint}>
      <Input
        {...control}
        onChange={(event) => void change(event)}
        mono
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="123456"
        maxLength={7}
        className="text-lg tracking-[0.3em]"
      />
    </Field>
  );
}
