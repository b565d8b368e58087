"use client";

import { OptionFilter } from "#components/log/option-filter.tsx";
import { statuses } from "#components/ui/status.ts";
import { type DeliveryStatus, deliveryStatuses } from "#lib/contracts/deliveries.ts";
import { type ErrorKind, errorKinds } from "#lib/contracts/error-kinds.ts";
import { CodeFilter } from "./code-filter.tsx";
import { errorKindNames } from "./error-kind-names.ts";

export interface StatusFilterProps {
  label?: string;
  values: readonly DeliveryStatus[];
  onValuesChange: (values: DeliveryStatus[]) => void;
}

/** Where a delivery stands: any number of states. */
export function StatusFilter({ label = "Status", ...rest }: StatusFilterProps) {
  return <OptionFilter label={label} options={statusOptions} {...rest} />;
}

type Outcome = { code: string | null; error: ErrorKind[] };

export interface AnswerFiltersProps {
  choices: Outcome;
  change: (changes: Partial<Outcome>) => void;
}

/** What became of the latest attempt: the code that it was answered with, and the kind of error. */
export function AnswerFilters({ choices, change }: AnswerFiltersProps) {
  return (
    <>
      <CodeFilter value={choices.code} onValueChange={(code) => change({ code })} />
      <OptionFilter
        label="Error"
        options={errorOptions}
        values={choices.error}
        onValuesChange={(error) => change({ error })}
      />
    </>
  );
}

const statusOptions = deliveryStatuses.map((status) => {
  const { word, icon: Icon, ink } = statuses[status];
  return { value: status, label: word, icon: <Icon aria-hidden className={`size-3.5 ${ink}`} /> };
});

const errorOptions = errorKinds.map((kind) => ({ value: kind, label: errorKindNames[kind] }));
