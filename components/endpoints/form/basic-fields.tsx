"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { LimitFieldsProps } from "./limit-fields.tsx";

/** Where webhooks go, and a name for it. */
export function BasicFields({ register, errors, disabled }: LimitFieldsProps) {
  return (
    <>
      <Field label="URL" error={errors.url?.message} disabled={disabled}>
        <Input
          mono
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.com/webhooks"
          {...register("url")}
        />
      </Field>
      <Field label="Description" optional error={errors.description?.message} disabled={disabled}>
        <Input placeholder="Billing, production" autoComplete="off" {...register("description")} />
      </Field>
    </>
  );
}
