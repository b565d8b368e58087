"use client";

import { type FormEvent, useState } from "react";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { zoneName } from "./format-time.ts";
import { Input } from "./input.tsx";
import { resolveRange, type TimeRange } from "./time-range.ts";
import { useTimeStyle } from "./time-style.tsx";
import { fromZonedInput, toZonedInput } from "./zoned-input.ts";

export interface CustomRangeFormProps {
  value: TimeRange;
  onSubmit: (range: TimeRange) => void;
}

/** From and to, in the person's zone. */
export function CustomRangeForm({ value, onSubmit }: CustomRangeFormProps) {
  const { timeZone } = useTimeStyle();
  const [texts, setTexts] = useState(() => {
    const { since, until } = resolveRange(value, new Date());
    return { since: toZonedInput(since, timeZone), until: toZonedInput(until, timeZone) };
  });
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const since = fromZonedInput(texts.since, timeZone);
    const until = fromZonedInput(texts.until, timeZone);
    if (!since || !until) return setError("Fill in both ends.");
    if (until <= since) return setError("The end must come after the start.");
    return onSubmit({ since, until });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-line border-t p-3">
      <Field label="From" aside={zoneName(new Date(), timeZone)}>
        <Input
          type="datetime-local"
          value={texts.since}
          onChange={(event) => setTexts({ ...texts, since: event.target.value })}
        />
      </Field>
      <Field label="To" error={error}>
        <Input
          type="datetime-local"
          value={texts.until}
          onChange={(event) => setTexts({ ...texts, until: event.target.value })}
        />
      </Field>
      <Button type="submit">Apply</Button>
    </form>
  );
}
