"use client";

import { Plus, X } from "lucide-react";
import { type Control, type FieldErrors, type UseFormRegister, useFieldArray } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ApplicationValues } from "./values.ts";

export interface MetadataFieldProps {
  control: Control<ApplicationValues>;
  register: UseFormRegister<ApplicationValues>;
  errors: FieldErrors<ApplicationValues>["metadata"];
  disabled: boolean;
}

const maxPairs = 50;

/** Notes of the producer's own, one pair a row. */
export function MetadataField({ control, register, errors, disabled }: MetadataFieldProps) {
  const { fields, append, remove } = useFieldArray({ control, name: "metadata" });
  return (
    <Fieldset
      legend="Metadata"
      hint="Notes of your own, such as a plan or a region. Never sent to receivers."
    >
      {fields.map((row, place) => (
        <div key={row.id} className="flex items-start gap-2">
          <Field
            label={`Key ${place + 1}`}
            hideLabel
            error={errors?.[place]?.key?.message}
            disabled={disabled}
            className="w-2/5"
          >
            <Input mono placeholder="plan" spellCheck={false} {...register(`metadata.${place}.key`)} />
          </Field>
          <Field label={`Value ${place + 1}`} hideLabel disabled={disabled} className="min-w-0 flex-1">
            <Input placeholder="enterprise" autoComplete="off" {...register(`metadata.${place}.value`)} />
          </Field>
          <IconButton
            label={`Remove pair ${place + 1}`}
            icon={<X />}
            onClick={() => remove(place)}
            disabled={disabled}
          />
        </div>
      ))}
      {errors?.root?.message ? (
        <p role="alert" className="text-failed text-sm">
          {errors.root.message}
        </p>
      ) : null}
      {fields.length < maxPairs ? (
        <Button
          size="sm"
          icon={<Plus />}
          onClick={() => append({ key: "", value: "" })}
          disabled={disabled}
          className="w-fit"
        >
          Add pair
        </Button>
      ) : null}
    </Fieldset>
  );
}
