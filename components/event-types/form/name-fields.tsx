"use client";

import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { EventTypeValues } from "./values.ts";

export interface NameFieldsProps {
  register: UseFormRegister<EventTypeValues>;
  errors: FieldErrors<EventTypeValues>;
  isNew: boolean;
  disabled: boolean;
}

export function NameFields({ register, errors, isNew, disabled }: NameFieldsProps) {
  return (
    <>
      {isNew ? (
        <Field
          label="Name"
          hint="A noun and what happened to it. The dots make families: endpoints may subscribe to invoice.*"
          error={errors.name?.message}
          disabled={disabled}
        >
          <Input
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="invoice.paid"
            {...register("name")}
          />
        </Field>
      ) : null}
      <Field
        label="Description"
        optional
        hint="When it is sent, and what a receiver may do with it."
        error={errors.description?.message}
        disabled={disabled}
      >
        <Textarea rows={2} {...register("description")} />
      </Field>
    </>
  );
}
