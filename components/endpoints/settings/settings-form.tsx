"use client";

import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateEndpoint } from "#lib/client/endpoints.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { BasicFields } from "../form/basic-fields.tsx";
import { EventTypesField } from "../form/event-types-field.tsx";
import { FormProblem } from "../form/form-problem.tsx";
import { FormatFields } from "../form/format-fields.tsx";
import { HeadersField } from "../form/headers-field.tsx";
import { LimitFields } from "../form/limit-fields.tsx";
import { fieldOf, resolveEndpoint } from "../form/resolve.ts";
import { RetryField } from "../form/retry-field.tsx";
import { changedBody, type EndpointValues, valuesOf } from "../form/values.ts";
import { SaveBar } from "./save-bar.tsx";

/** The endpoint's settings as one form: what is changed is saved together, what others change meanwhile comes in. */
export function SettingsForm({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const update = useUpdateEndpoint();
  const values = useMemo(() => valuesOf(endpoint), [endpoint]);
  const form = useForm<EndpointValues>({
    values,
    resetOptions: { keepDirtyValues: true },
    resolver: resolveEndpoint,
  });
  const { errors, isDirty, dirtyFields } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    try {
      const body = changedBody(given, Object.keys(dirtyFields));
      const saved = await update.mutateAsync({ params: { id: endpoint.id }, body });
      form.reset(valuesOf(saved));
      toast.success("Saved");
    } catch (error) {
      showProblem(form, error, (path) => fieldOf(path.split("."), given));
    }
  });
  const parts = { control: form.control, register: form.register, errors, disabled: reason !== undefined };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <FormProblem message={errors.root?.message} />
      <Card>
        <CardHeader title="Destination" />
        <CardBody className="flex flex-col gap-5">
          <BasicFields {...parts} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Events" />
        <CardBody className="flex flex-col gap-5">
          <EventTypesField {...parts} />
          <FormatFields {...parts} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Delivery" />
        <CardBody className="flex flex-col gap-6">
          <HeadersField {...parts} errors={errors.headers} />
          <RetryField {...parts} />
          <LimitFields {...parts} />
        </CardBody>
      </Card>
      <SaveBar
        isDirty={isDirty}
        isSaving={update.isPending}
        reason={reason}
        onDiscard={() => form.reset(values)}
      />
      <UnsavedChanges when={isDirty} />
    </form>
  );
}
