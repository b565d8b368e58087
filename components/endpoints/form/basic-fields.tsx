"use client";

import { useController } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { FormInput } from "./form-input.tsx";
import type { LimitFieldsProps } from "./limit-fields.tsx";
import { UseTestInbox } from "./use-test-inbox.tsx";

/** Where webhooks go, and a name for it. */
export function BasicFields({ control, errors, disabled }: LimitFieldsProps) {
  const { field: url } = useController({ control, name: "url" });
  return (
    <>
      <Field
        label="URL"
        error={errors.url?.message}
        disabled={disabled}
        aside={<UseTestInbox onUse={url.onChange} disabled={disabled} />}
      >
        <FormInput
          control={control}
          name="url"
          mono
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://example.com/webhooks"
        />
      </Field>
      <Field label="Description" optional error={errors.description?.message} disabled={disabled}>
        <FormInput
          control={control}
          name="description"
          placeholder="Billing, production"
          autoComplete="off"
        />
      </Field>
    </>
  );
}
