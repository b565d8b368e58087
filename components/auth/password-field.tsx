"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";

export interface PasswordFieldProps {
  label?: string;
  error: string | undefined;
  /** Tells password managers which of the two it is. */
  kind: "current" | "new";
  control: UseFormRegisterReturn;
  hint?: ReactNode;
  aside?: ReactNode;
  autoFocus?: boolean;
}

/** A password, hidden until one asks to see it. */
export function PasswordField({
  label = "Password",
  kind,
  control,
  autoFocus,
  ...field
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const toggle = (
    <IconButton
      label={isShown ? "Hide password" : "Show password"}
      icon={isShown ? <EyeOff /> : <Eye />}
      size="sm"
      onClick={() => setShown(!isShown)}
    />
  );
  return (
    <Field label={label} {...field}>
      <Input
        type={isShown ? "text" : "password"}
        autoComplete={`${kind}-password`}
        autoCapitalize="none"
        spellCheck={false}
        autoFocus={autoFocus}
        after={toggle}
        {...control}
      />
    </Field>
  );
}
