"use client";

import { type Control, type FieldPathByValue, useController } from "react-hook-form";
import { Input, type InputProps } from "#components/ui/input.tsx";
import type { EndpointValues } from "./values.ts";

export interface FormInputProps extends InputProps {
  control: Control<EndpointValues>;
  name: FieldPathByValue<EndpointValues, string>;
}

/** An Input that holds a text of the form; the server draws it with its text already. */
export function FormInput({ control, name, ...input }: FormInputProps) {
  const { field } = useController({ control, name });
  return <Input {...input} {...field} />;
}
