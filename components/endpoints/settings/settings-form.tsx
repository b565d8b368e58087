"use client";

import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { ReadOnlyNote } from "#components/dashboard/read-only-note.tsx";
import { SaveBar } from "#components/dashboard/save-bar.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { usePermission } from "#lib/client/permission.ts";
import type { Endpoint } from "#lib/contracts/endpoints.ts";
import { BasicFields } from "../form/basic-fields.tsx";
import { EventTypesField } from "../form/event-types-field.tsx";
import { FormatFields } from "../form/format-fields.tsx";
import { HeadersField } from "../form/headers-field.tsx";
import { LimitFields } from "../form/limit-fields.tsx";
import { RetryField } from "../form/retry-field.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

/** The endpoint's settings as one form: what is changed is saved together, what others change meanwhile comes in. */
export function SettingsForm({ endpoint }: { endpoint: Endpoint }) {
  const { reason } = usePermission("endpoints:write");
  const { form, submit, isDirty, isSaving, discard } = useSettingsForm(endpoint);
  const { errors } = form.formState;
  const parts = { control: form.control, errors, disabled: reason !== undefined };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <ReadOnlyNote permission="endpoints:write" />
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
      <SaveBar isDirty={isDirty} isSaving={isSaving} onDiscard={discard} />
      <UnsavedChanges when={isDirty} />
    </form>
  );
}
