"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export interface FieldProps {
  label: ReactNode;
  /** One control: Input, Textarea, Select, Combobox, Checkbox, Switch … */
  children: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words; marks the control invalid and is tied to it for screen readers. */
  error?: string | undefined;
  /** Marks the field as one that may stay empty. */
  optional?: boolean;
  disabled?: boolean;
  hideLabel?: boolean;
  /** Shown at the far end of the label's line. */
  aside?: ReactNode;
  className?: string;
}

export function Field(props: FieldProps) {
  const {
    label,
    children,
    hint,
    error,
    optional = false,
    disabled = false,
    hideLabel = false,
    aside,
    className,
  } = props;
  return (
    <BaseField.Root
      invalid={Boolean(error)}
      disabled={disabled}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      <div className={cn("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
        <BaseField.Label className="font-medium text-base text-ink">
          {label}
          {optional ? <span className="font-normal text-faint"> (optional)</span> : null}
        </BaseField.Label>
        {aside ? <span className="text-faint text-sm">{aside}</span> : null}
      </div>
      {children}
      <FieldError error={error} />
      {hint ? <BaseField.Description className="text-muted text-sm">{hint}</BaseField.Description> : null}
    </BaseField.Root>
  );
}

function FieldError({ error }: { error: string | undefined }) {
  return (
    <BaseField.Error match={Boolean(error)} className="flex items-start gap-1.5 text-failed text-sm">
      <CircleAlert aria-hidden className="mt-[3px] size-3.5 shrink-0" />
      <span className="min-w-0">{error}</span>
    </BaseField.Error>
  );
}
