"use client";

import { useQuery } from "@tanstack/react-query";
import { type Control, useController } from "react-hook-form";
import type { ComboboxOption } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { formatCount } from "#components/ui/format.ts";
import { MultiCombobox } from "#components/ui/multi-combobox.tsx";
import { eventTypesQuery } from "#lib/client/event-types.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { subscriptionPattern } from "#lib/contracts/fields.ts";
import type { EndpointValues } from "./values.ts";

/** What the endpoint subscribes to: types of the catalogue, their wildcards, or any name typed in. */
export function EventTypesField({
  control,
  disabled,
}: {
  control: Control<EndpointValues>;
  disabled: boolean;
}) {
  const { id } = useTenant();
  const { field, fieldState } = useController({ control, name: "eventTypes" });
  const { data } = useQuery(eventTypesQuery(id, { limit: 250, archived: "false" }));
  return (
    <Field
      label="Event types"
      hint="Choose from the catalogue, or type a name. A wildcard such as invoice.* covers types to come."
      error={fieldState.error?.message}
    >
      <MultiCombobox
        mono
        options={subscriptionOptions(data?.data ?? [])}
        value={field.value}
        onValueChange={(next) => field.onChange(withoutContradiction(next, field.value))}
        parseCustom={(typed) => subscriptionPattern.safeParse(typed).data ?? null}
        placeholder="invoice.paid, invoice.*, …"
        emptyText="Type the whole name of an event type and press Enter."
        disabled={disabled}
      />
    </Field>
  );
}

type CatalogueEntry = { name: string; description: string };

function subscriptionOptions(catalogue: readonly CatalogueEntry[]): ComboboxOption[] {
  const families = new Map<string, number>();
  for (const { name } of catalogue) {
    for (const family of familiesOf(name)) families.set(family, (families.get(family) ?? 0) + 1);
  }
  return [
    { value: "*", label: "* all event types", hint: "Those of today and those to come" },
    ...[...families]
      .sort(([left], [right]) => left.localeCompare(right))
      .map(([family, count]) => ({
        value: family,
        label: family,
        hint: `${formatCount(count, "event type")}, and those to come`,
      })),
    ...catalogue.map(({ name, description }) => ({
      value: name,
      label: name,
      ...(description ? { hint: description } : {}),
    })),
  ];
}

/** "customer.subscription.updated" belongs to customer.* and customer.subscription.*. */
function familiesOf(name: string): string[] {
  const parts = name.split(".").slice(0, -1);
  return parts.map((_, last) => `${parts.slice(0, last + 1).join(".")}.*`);
}

/** "*" says all there is to say: choosing it drops the rest, choosing something else drops it. */
function withoutContradiction(next: readonly string[], before: readonly string[]): string[] {
  if (!next.includes("*") || next.length === 1) return [...next];
  return before.includes("*") ? next.filter((pattern) => pattern !== "*") : ["*"];
}
