"use client";

import { Plus, X } from "lucide-react";
import { type Control, type FieldErrors, useFieldArray } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { FormInput } from "./form-input.tsx";
import type { EndpointValues } from "./values.ts";

export interface HeadersFieldProps {
  control: Control<EndpointValues>;
  errors: FieldErrors<EndpointValues>["headers"];
  disabled: boolean;
}

const maxHeaders = 20;

/** Headers sent along with every webhook, one a row. Stored values come back masked and stay as they are unless typed over. */
export function HeadersField({ control, errors, disabled }: HeadersFieldProps) {
  const { fields, append, remove } = useFieldArray({ control, name: "headers" });
  return (
    <Fieldset
      legend="Custom headers"
      hint="Sent with every webhook. Values are stored encrypted and never shown again."
    >
      {fields.map((row, place) => (
        <HeaderRow
          key={row.id}
          place={place}
          control={control}
          error={errors?.[place]?.name?.message ?? errors?.[place]?.value?.message}
          onRemove={() => remove(place)}
          disabled={disabled}
        />
      ))}
      {errors?.root?.message ? (
        <p role="alert" className="text-failed text-sm">
          {errors.root.message}
        </p>
      ) : null}
      {fields.length < maxHeaders ? (
        <Button
          size="sm"
          icon={<Plus />}
          onClick={() => append({ name: "", value: "" })}
          disabled={disabled}
          className="w-fit"
        >
          Add header
        </Button>
      ) : null}
    </Fieldset>
  );
}

interface HeaderRowProps extends Pick<HeadersFieldProps, "control" | "disabled"> {
  place: number;
  error: string | undefined;
  onRemove: () => void;
}

function HeaderRow({ place, control, error, onRemove, disabled }: HeaderRowProps) {
  return (
    <div className="flex items-start gap-2 max-sm:flex-wrap">
      <Field
        label={`Name of header ${place + 1}`}
        hideLabel
        error={error}
        disabled={disabled}
        className="w-2/5 max-sm:w-full"
      >
        <FormInput
          control={control}
          name={`headers.${place}.name`}
          mono
          placeholder="X-Team"
          spellCheck={false}
        />
      </Field>
      <Field label={`Value of header ${place + 1}`} hideLabel disabled={disabled} className="min-w-0 flex-1">
        <FormInput
          control={control}
          name={`headers.${place}.value`}
          mono
          placeholder="Value"
          autoComplete="off"
          spellCheck={false}
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <IconButton label={`Remove header ${place + 1}`} icon={<X />} onClick={onRemove} disabled={disabled} />
    </div>
  );
}
