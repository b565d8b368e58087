"use client";

import { Plus } from "lucide-react";
import { type FieldErrors, type UseFormReturn, useFieldArray, useWatch } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { maxWaits, type RetryValues, secondsOf } from "./retry-values.ts";
import { RetryWait } from "./retry-wait.tsx";
import { elapsedOf } from "./span.ts";

export interface RetryEditorProps {
  form: UseFormReturn<RetryValues>;
  disabled: boolean;
}

/** The waits before each retry, one a row, with the time that has passed by then. */
export function RetryEditor({ form, disabled }: RetryEditorProps) {
  const { control, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: "waits" });
  const waits = useWatch({ control, name: "waits" });
  const elapsed = elapsedOf(waits.map(secondsOf));
  const problem = describeFault(formState.errors.waits);
  return (
    <div className="flex flex-col items-start gap-3">
      <ol aria-label="Retry schedule" className="w-full divide-y divide-line rounded-md border border-line">
        <li className="flex min-h-10 items-center gap-4 px-3 text-sm">
          <span className="w-20 shrink-0 text-muted">Attempt 1</span>At once
        </li>
        {fields.map((row, place) => (
          <RetryWait
            key={row.id}
            control={control}
            place={place}
            elapsedSeconds={elapsed[place] ?? Number.NaN}
            error={formState.errors.waits?.[place]?.amount?.message}
            onRemove={fields.length > 1 ? () => remove(place) : undefined}
            disabled={disabled}
          />
        ))}
      </ol>
      <p role="alert" className="text-failed text-sm empty:hidden">
        {problem}
      </p>
      {fields.length < maxWaits ? (
        <Button
          size="sm"
          icon={<Plus />}
          disabled={disabled}
          onClick={() => append(waits.at(-1) ?? { amount: "5", unit: "m" })}
        >
          Add retry
        </Button>
      ) : null}
    </div>
  );
}

function describeFault(errors: FieldErrors<RetryValues>["waits"]): string | undefined {
  if (!errors) return undefined;
  return errors.root?.message ?? "A wait may be from 1 second to 7 days.";
}
