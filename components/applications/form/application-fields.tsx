"use client";

import type { Control, FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { MetadataField } from "./metadata-field.tsx";
import type { ApplicationValues } from "./values.ts";

export interface ApplicationFieldsProps {
  control: Control<ApplicationValues>;
  register: UseFormRegister<ApplicationValues>;
  errors: FieldErrors<ApplicationValues>;
  disabled: boolean;
  /** A uid left empty is made up for a new application, and stays as it is for an old one. */
  isNew: boolean;
}

export function ApplicationFields({ control, register, errors, disabled, isNew }: ApplicationFieldsProps) {
  return (
    <>
      <Field label="Name" error={errors.name?.message} disabled={disabled}>
        <Input autoComplete="off" placeholder="Globex Corporation" {...register("name")} />
      </Field>
      <Field
        label="Uid"
        optional={isNew}
        hint="Your own id for this customer. Events and endpoints may name the application by it."
        error={errors.uid?.message}
        disabled={disabled}
      >
        <Input mono autoComplete="off" spellCheck={false} placeholder="customer-42" {...register("uid")} />
      </Field>
      <MetadataField control={control} register={register} errors={errors.metadata} disabled={disabled} />
    </>
  );
}
