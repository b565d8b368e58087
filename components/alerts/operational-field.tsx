"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { type Control, useController } from "react-hook-form";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { applicationQuery, applicationsQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { NotificationValues } from "./notification-values.ts";

export interface OperationalFieldProps {
  control: Control<NotificationValues>;
  disabled: boolean;
}

/** The application whose endpoints receive alerts as events. */
export function OperationalField({ control, disabled }: OperationalFieldProps) {
  const { id } = useTenant();
  const { field, fieldState } = useController({ control, name: "operationalApplication" });
  const [query, setQuery] = useState("");
  const q = useDeferredValue(query.trim());
  const found = useQuery(applicationsQuery(id, { limit: 100, ...(q ? { q } : {}) }));
  const chosen = useQuery({ ...applicationQuery(id, field.value ?? ""), enabled: field.value !== null });
  const listed = found.data?.data ?? [];
  const isListed = listed.some((application) => application.id === field.value);
  const applications = chosen.data && !isListed ? [chosen.data, ...listed] : listed;
  return (
    <Field
      label="Events to application"
      hint="Its endpoints receive alerts as webhooks: endpoint.failing and so on. Take one of your own, not a customer’s."
      error={fieldState.error?.message}
      disabled={disabled}
      optional
    >
      <Combobox
        options={applications.map(({ id: value, name, uid }) => ({ value, label: name, hint: uid }))}
        value={field.value}
        onValueChange={field.onChange}
        onQueryChange={setQuery}
        placeholder="None"
        disabled={disabled}
      />
    </Field>
  );
}
