"use client";

import { X } from "lucide-react";
import { type Control, useController } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { type RetryValues, type WaitUnit, waitUnits } from "./retry-values.ts";
import { formatSpan } from "./span.ts";

export interface RetryWaitProps {
  control: Control<RetryValues>;
  place: number;
  /** From the first attempt to this one. */
  elapsedSeconds: number;
  error: string | undefined;
  /** Not given for the only wait there is. */
  onRemove: (() => void) | undefined;
  disabled: boolean;
}

const units = (Object.keys(waitUnits) as WaitUnit[]).map((value) => ({ value, label: waitUnits[value] }));

export function RetryWait({ control, place, elapsedSeconds, error, onRemove, disabled }: RetryWaitProps) {
  const amount = useController({ control, name: `waits.${place}.amount` });
  const unit = useController({ control, name: `waits.${place}.unit` });
  const attempt = place + 2;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-1.5 text-sm">
      <span className="w-20 shrink-0 text-muted">Attempt {attempt}</span>
      <div className="flex min-w-0 flex-1 basis-56 items-start gap-2">
        <span className="flex h-8 items-center max-sm:h-11">after</span>
        <Field
          label={`Wait before attempt ${attempt}`}
          hideLabel
          error={error}
          disabled={disabled}
          className="w-24"
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            className="text-right tabular-nums"
            {...amount.field}
          />
        </Field>
        <Select
          label={`Unit of the wait before attempt ${attempt}`}
          className="w-28"
          options={units}
          value={unit.field.value}
          onValueChange={unit.field.onChange}
          disabled={disabled}
        />
      </div>
      <span className="ml-auto text-faint tabular-nums">
        {Number.isNaN(elapsedSeconds) ? null : `${formatSpan(elapsedSeconds)} in`}
      </span>
      <IconButton
        label={`Remove attempt ${attempt}`}
        icon={<X />}
        size="sm"
        onClick={onRemove}
        disabled={disabled || !onRemove}
      />
    </li>
  );
}
