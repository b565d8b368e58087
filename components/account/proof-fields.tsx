"use client";

import type { FieldErrors, FieldValues, Path, UseFormRegister } from "react-hook-form";
import { CodeInput } from "#components/auth/code-input.tsx";
import { PasswordField } from "#components/auth/password-field.tsx";
import type { ProofKind } from "./proof-kind.ts";

export interface ProofFieldsProps<Values extends FieldValues> {
  kind: ProofKind;
  register: UseFormRegister<Values>;
  errors: FieldErrors<Values>;
  autoFocus?: boolean;
}

export function ProofFields<Values extends FieldValues>(props: ProofFieldsProps<Values>) {
  const { kind, register, errors, autoFocus } = props;
  if (kind === "none") return null;
  const control = register(kind as Path<Values>);
  const error = errors[kind]?.message?.toString();
  if (kind === "code") return <CodeInput control={control} error={error} hint="Of your authenticator app." />;
  return (
    <PasswordField
      label="Current password"
      kind="current"
      control={control}
      error={error}
      autoFocus={autoFocus ?? false}
    />
  );
}
