"use client";

import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { toast } from "#components/ui/toast.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useUpdatePortalSettings } from "#lib/client/portal.ts";
import type { PortalSettings } from "#lib/contracts/portal-settings.ts";

export function OriginsForm({ settings }: { settings: PortalSettings }) {
  const { reason } = usePermission("tenant:manage");
  const update = useUpdatePortalSettings();
  const form = useForm({
    values: { origins: settings.origins.join("\n") },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async ({ origins }) => {
    try {
      const saved = await update.mutateAsync({ body: { origins: origins.split(/\s+/).filter(Boolean) } });
      form.reset({ origins: saved.origins.join("\n") });
      toast.success("Saved");
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardHeader
          title="Sites that may show the portal"
          description="Without any, a portal link opens in a tab of its own and in no frame."
        />
        <CardBody className="flex flex-col gap-4">
          <FormProblem message={errors.root?.message} />
          <Field
            label="Origins"
            hint="One a line, such as https://app.example.com or https://*.example.com."
            error={errors.origins?.message}
            disabled={reason !== undefined}
          >
            <Textarea rows={3} spellCheck={false} className="font-mono" {...form.register("origins")} />
          </Field>
        </CardBody>
        <CardFooter className="justify-end">
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save origins
          </SaveButton>
        </CardFooter>
        <UnsavedChanges when={isDirty} />
      </form>
    </Card>
  );
}
