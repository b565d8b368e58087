"use client";

import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { ReadOnlyNote } from "#components/dashboard/read-only-note.tsx";
import { SaveBar } from "#components/dashboard/save-bar.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateApplication } from "#lib/client/applications.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Application } from "#lib/contracts/applications.ts";
import { ApplicationFields } from "./form/application-fields.tsx";
import { fieldOf, resolveApplication } from "./form/resolve.ts";
import { type ApplicationValues, toBody, valuesOf } from "./form/values.ts";

export function ApplicationSettingsForm({ application }: { application: Application }) {
  const { reason } = usePermission("applications:write");
  const update = useUpdateApplication();
  const values = useMemo(() => valuesOf(application), [application]);
  const form = useForm<ApplicationValues>({
    values,
    resetOptions: { keepDirtyValues: true },
    resolver: resolveApplication,
  });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    try {
      const saved = await update.mutateAsync({ params: { id: application.id }, body: toBody(given) });
      form.reset(valuesOf(saved));
      toast.success("Saved");
    } catch (error) {
      showProblem(form, error, (path) => fieldOf(path.split("."), given));
    }
  });
  const disabled = reason !== undefined;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <ReadOnlyNote permission="applications:write" />
      <FormProblem message={errors.root?.message} />
      <Card>
        <CardBody className="flex flex-col gap-5">
          <ApplicationFields
            control={form.control}
            register={form.register}
            errors={errors}
            disabled={disabled}
            isNew={false}
          />
        </CardBody>
      </Card>
      <SaveBar isDirty={isDirty} isSaving={update.isPending} onDiscard={() => form.reset(values)} />
      <UnsavedChanges when={isDirty} />
    </form>
  );
}
