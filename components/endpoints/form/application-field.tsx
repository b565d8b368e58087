"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { type Control, useController } from "react-hook-form";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { applicationQuery, applicationsQuery, useHasApplications } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { EndpointValues } from "./values.ts";

/** Whose endpoint it is; not there at all while the tenant has only its default application. */
export function ApplicationField({
  control,
  disabled,
}: {
  control: Control<EndpointValues>;
  disabled: boolean;
}) {
  const { id, portal } = useTenant();
  const hasApplications = useHasApplications();
  const enabled = !portal;
  const { field, fieldState } = useController({ control, name: "application" });
  const [query, setQuery] = useState("");
  const sought = useDeferredValue(query.trim());
  const found = useQuery({
    ...applicationsQuery(id, { limit: 100, ...(sought ? { q: sought } : {}) }),
    enabled,
  });
  const chosen = useQuery({
    ...applicationQuery(id, field.value ?? ""),
    enabled: enabled && field.value !== null,
  });
  if (!hasApplications && !field.value) return null;
  const listed = found.data?.data ?? [];
  const isListed = listed.some((application) => application.id === field.value);
  const applications = chosen.data && !isListed ? [chosen.data, ...listed] : listed;
  return (
    <Field
      label="Application"
      hint="The endpoint receives the events of this application only. Without a choice it is the default one."
      error={fieldState.error?.message}
      optional
    >
      <Combobox
        options={applications.map((application) => ({
          value: application.id,
          label: application.name,
          hint: application.uid,
        }))}
        value={field.value}
        onValueChange={field.onChange}
        onQueryChange={setQuery}
        placeholder="Default"
        disabled={disabled}
      />
    </Field>
  );
}
