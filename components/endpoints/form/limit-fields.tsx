"use client";

import type { Control, FieldErrors } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { FormInput } from "./form-input.tsx";
import type { EndpointValues } from "./values.ts";

export interface LimitFieldsProps {
  control: Control<EndpointValues>;
  errors: FieldErrors<EndpointValues>;
  disabled: boolean;
}

/** How long, how often and how many at once; empty means the default. */
export function LimitFields({ control, errors, disabled }: LimitFieldsProps) {
  const number = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field
        label="Timeout"
        aside="seconds"
        hint="1 to 30. Empty: the default."
        error={errors.timeoutSeconds?.message}
        disabled={disabled}
      >
        <FormInput control={control} name="timeoutSeconds" placeholder="Default" {...number} />
      </Field>
      <Field
        label="Rate limit"
        aside="per second"
        hint="Attempts at most. Empty: unlimited."
        error={errors.rateLimit?.message}
        disabled={disabled}
      >
        <FormInput control={control} name="rateLimit" placeholder="Unlimited" {...number} />
      </Field>
      <Field
        label="In flight"
        aside="at once"
        hint="Requests at the same time."
        error={errors.maxInFlight?.message}
        disabled={disabled}
      >
        <FormInput control={control} name="maxInFlight" placeholder="16" {...number} />
      </Field>
    </div>
  );
}
