"use client";

import { type FormEvent, useState } from "react";
import { ChoiceList } from "#components/log/choice-list.tsx";
import type { LogFilterProps } from "#components/log/endpoint-filter.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Input } from "#components/ui/input.tsx";
import { deliveryFilter } from "#lib/contracts/deliveries.ts";

/** A status of the answer, or a whole class of them. */
export function CodeFilter({ value, onValueChange }: LogFilterProps) {
  const [isOpen, setOpen] = useState(false);
  const choose = (code: string) => {
    onValueChange(code);
    setOpen(false);
  };
  return (
    <FilterChip
      label="Code"
      summary={value ?? undefined}
      onClear={() => onValueChange(null)}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ChoiceList label="Code" choices={classes} value={value} onChoose={choose} />
      <ExactCode value={value} onChoose={choose} />
    </FilterChip>
  );
}

const classes = [
  { value: "2xx", label: "2xx · accepted" },
  { value: "3xx", label: "3xx · redirect" },
  { value: "4xx", label: "4xx · refused" },
  { value: "5xx", label: "5xx · server error" },
];

function ExactCode({ value, onChoose }: { value: string | null; onChoose: (code: string) => void }) {
  const [draft, setDraft] = useState(value?.endsWith("xx") ? "" : (value ?? ""));
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = deliveryFilter.shape.responseStatus.safeParse(draft.trim());
    if (parsed.data) onChoose(parsed.data);
    else setError("Give a status such as 404.");
  };
  return (
    <form onSubmit={submit} className="mt-1 flex items-end gap-2 border-line border-t p-2 pt-3">
      <Field label="Exactly" error={error} className="flex-1">
        <Input
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          inputMode="numeric"
          placeholder="404"
          autoComplete="off"
        />
      </Field>
      <Button type="submit" className={error ? "mb-6.5" : ""}>
        Apply
      </Button>
    </form>
  );
}
