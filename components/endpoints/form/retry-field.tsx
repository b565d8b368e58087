"use client";

import { type Control, useController } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { formatCount, formatDuration } from "#components/ui/format.ts";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { parseSchedule } from "./retry-schedule.ts";
import type { EndpointValues } from "./values.ts";

/** How long to wait before each retry: the tenant's schedule, or one of the endpoint's own. */
export function RetryField({ control, disabled }: { control: Control<EndpointValues>; disabled: boolean }) {
  const source = useController({ control, name: "scheduleSource" });
  const schedule = useController({ control, name: "retrySchedule" });
  return (
    <Fieldset legend="Retry schedule">
      <RadioGroup
        label="Retry schedule"
        value={source.field.value}
        onValueChange={source.field.onChange}
        disabled={disabled}
        options={[
          { value: "tenant", label: "As set for the tenant", hint: "Changes with it." },
          { value: "own", label: "Its own", hint: "For this endpoint alone." },
        ]}
      />
      {source.field.value === "own" ? (
        <Field
          label="Waits before each retry"
          hideLabel
          hint={describeSchedule(schedule.field.value)}
          error={schedule.fieldState.error?.message}
          disabled={disabled}
          className="mt-1 sm:ml-6.5"
        >
          <Input mono spellCheck={false} autoComplete="off" {...schedule.field} />
        </Field>
      ) : null}
    </Fieldset>
  );
}

/** "10 attempts over 3 d 3 h", or how to write one. */
function describeSchedule(text: string): string {
  const waits = parseSchedule(text);
  const total = waits.reduce((sum, wait) => sum + wait, 0);
  if (waits.length === 0 || Number.isNaN(total)) return "For example 5s, 5m, 2h, 1d.";
  return `${formatCount(waits.length + 1, "attempt")} over ${formatDuration(total * 1000)}, with 10 % jitter.`;
}
