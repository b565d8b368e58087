"use client";

import { useMemo } from "react";
import { type Control, Controller, useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateNotificationSettings } from "#lib/client/alerts.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { alertCauses, type NotificationSettings } from "#lib/contracts/alerts.ts";
import { type Role, roles } from "#lib/contracts/permissions.ts";
import { Choices } from "./choices.tsx";
import { type NotificationValues, resolveNotifications, valuesOf } from "./notification-values.ts";
import { OperationalField } from "./operational-field.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { causeWords } from "./words.ts";

/** What is told, to whom, and from which point on. */
export function NotificationForm({ settings }: { settings: NotificationSettings }) {
  const { reason } = usePermission("tenant:manage");
  const update = useUpdateNotificationSettings();
  const values = useMemo(() => valuesOf(settings), [settings]);
  const form = useForm<NotificationValues>({
    values,
    resetOptions: { keepDirtyValues: true },
    resolver: resolveNotifications,
  });
  const { errors, isDirty } = form.formState;
  const disabled = reason !== undefined;
  const submit = form.handleSubmit(async (body) => {
    try {
      form.reset(valuesOf(await update.mutateAsync({ body })));
      toast.success("Saved");
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardHeader title="Alerts" description="At most one an hour for each endpoint and cause." />
        <CardBody className="flex flex-col gap-6">
          <FormProblem message={errors.root?.message} />
          <WhatAndWho control={form.control} disabled={disabled} />
          <ThresholdFields form={form} disabled={disabled} />
          <OperationalField control={form.control} disabled={disabled} />
        </CardBody>
        <CardFooter className="justify-end">
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save alerts
          </SaveButton>
        </CardFooter>
      </form>
      <UnsavedChanges when={isDirty} />
    </Card>
  );
}

function WhatAndWho({ control, disabled }: { control: Control<NotificationValues>; disabled: boolean }) {
  return (
    <>
      <Controller
        control={control}
        name="causes"
        render={({ field: { value, onChange } }) => (
          <Choices
            legend="Alert when"
            options={causeOptions}
            value={value}
            onChange={onChange}
            disabled={disabled}
          />
        )}
      />
      <Controller
        control={control}
        name="emailRoles"
        render={({ field: { value, onChange } }) => (
          <Choices
            legend="E-mail to"
            hint="Every member of these roles. Nobody when none is chosen."
            options={roleOptions}
            value={value}
            onChange={onChange}
            disabled={disabled}
          />
        )}
      />
    </>
  );
}

const causeOptions = alertCauses.map((value) => ({
  value,
  label: causeWords[value].label,
  hint: causeWords[value].meaning,
}));
const roleNames: Record<Role, string> = {
  owner: "Owners",
  admin: "Admins",
  developer: "Developers",
  support: "Support",
  viewer: "Viewers",
};
const roleOptions = roles.map((value) => ({ value, label: roleNames[value] }));
