"use client";

import { type FormEvent, useEffect, useEffectEvent } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useUpdateEndpoint } from "#lib/client/endpoints.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { focusFirstFault } from "../form/focus-first-fault.ts";
import { fieldOf, resolveChanged } from "../form/resolve.ts";
import { changedBody, type EndpointValues, valuesOf } from "../form/values.ts";

/** The settings as a form: saves what was changed, and takes in what others changed while nothing is. */
export function useSettingsForm(endpoint: Endpoint) {
  const update = useUpdateEndpoint();
  const form = useForm<EndpointValues>({
    defaultValues: valuesOf(endpoint),
    resolver: resolveChanged,
    shouldFocusError: false,
  });
  const { isDirty, dirtyFields } = form.formState;
  const takeIn = useEffectEvent(() => {
    if (!isDirty) form.reset(valuesOf(endpoint));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the settings counts, not one of the health
  useEffect(takeIn, [endpoint.updatedAt]);
  const save = async (values: EndpointValues) => {
    try {
      const body = changedBody(values, Object.keys(dirtyFields));
      const saved = await update.mutateAsync({ params: { id: endpoint.id }, body });
      form.reset(valuesOf(saved));
      toast.success("Saved");
    } catch (error) {
      showProblem(form, error, (path) => fieldOf(path.split("."), values));
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    return form.handleSubmit(save, () => focusFirstFault(element))(event);
  };
  return { form, submit, isDirty, isSaving: update.isPending, discard: () => form.reset() };
}
