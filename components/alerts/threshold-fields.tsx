"use client";

import type { UseFormReturn } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Input } from "#components/ui/input.tsx";
import type { NotificationValues } from "./notification-values.ts";

export interface ThresholdFieldsProps {
  form: UseFormReturn<NotificationValues>;
  disabled: boolean;
}

/** From which point on an endpoint is failing, and how many deliveries given up are worth a word. */
export function ThresholdFields({ form, disabled }: ThresholdFieldsProps) {
  const { errors } = form.formState;
  return (
    <Fieldset
      legend="Thresholds"
      hint="An endpoint that we hold back because nearly everything fails always counts as failing."
    >
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {fields.map(({ name, label, max }) => (
          <Field key={name} label={label} error={errors[name]?.message} disabled={disabled}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={max}
              className="sm:max-w-40"
              {...form.register(name, { valueAsNumber: true })}
            />
          </Field>
        ))}
      </div>
    </Fieldset>
  );
}

const fields = [
  { name: "failurePercent", label: "Share of attempts that fail, in %", max: 100 },
  { name: "failureAttempts", label: "Out of at least so many attempts", max: 100_000 },
  { name: "windowMinutes", label: "Within, in minutes", max: 60 },
  { name: "exhaustedCount", label: "Deliveries given up, at least", max: 100_000 },
] as const;
