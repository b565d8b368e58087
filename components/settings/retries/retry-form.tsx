"use client";

import { useMemo } from "react";
import { type UseFormReturn, useController, useForm, useWatch } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { toast } from "#components/ui/toast.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { useUpdateTenant } from "#lib/client/me.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Tenant } from "#lib/contracts/me.ts";
import { RetryEditor } from "./retry-editor.tsx";
import { RetrySteps } from "./retry-steps.tsx";
import { type RetryValues, resolveRetries, secondsOf, toSchedule, valuesOf } from "./retry-values.ts";
import { describeSpan } from "./span.ts";

export interface RetryFormProps {
  tenant: Tenant;
  /** The installation's waits, in seconds. */
  defaultSchedule: readonly number[];
}

export function RetryForm({ tenant, defaultSchedule }: RetryFormProps) {
  const { reason } = usePermission("tenant:manage");
  const update = useUpdateTenant();
  const values = useMemo(() => valuesOf(tenant.retrySchedule, defaultSchedule), [tenant, defaultSchedule]);
  const form = useForm<RetryValues>({ values, resolver: resolveRetries, mode: "onTouched" });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (given) => {
    try {
      const saved = await update.mutateAsync({ body: { retrySchedule: toSchedule(given) } });
      form.reset(valuesOf(saved.retrySchedule, defaultSchedule));
      toast.success("Saved", { description: "Attempts from now on follow the new schedule." });
    } catch (error) {
      showProblem(form, error, () => undefined);
    }
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardHeader
          title="Retries"
          description="What fails is tried again, each wait varied by up to 10 %. An endpoint may have a schedule of its own."
        />
        <CardBody className="flex flex-col gap-4">
          <FormProblem message={errors.root?.message} />
          <Schedule form={form} defaultSchedule={defaultSchedule} disabled={reason !== undefined} />
        </CardBody>
        <CardFooter>
          <Span form={form} defaultSchedule={defaultSchedule} />
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save retries
          </SaveButton>
        </CardFooter>
      </form>
      <UnsavedChanges when={isDirty} />
    </Card>
  );
}

interface ScheduleProps extends Pick<RetryFormProps, "defaultSchedule"> {
  form: UseFormReturn<RetryValues>;
}

function Schedule({ form, defaultSchedule, disabled }: ScheduleProps & { disabled: boolean }) {
  const { field } = useController({ control: form.control, name: "source" });
  return (
    <>
      <RadioGroup
        label="Retry schedule"
        value={field.value}
        onValueChange={field.onChange}
        disabled={disabled}
        options={[
          { value: "default", label: "As the installation does", hint: describeSpan(defaultSchedule) },
          { value: "own", label: "A schedule of this tenant" },
        ]}
      />
      {field.value === "own" ? (
        <RetryEditor form={form} disabled={disabled} />
      ) : (
        <RetrySteps schedule={defaultSchedule} />
      )}
    </>
  );
}

function Span({ form, defaultSchedule }: ScheduleProps) {
  const [source, waits] = useWatch({ control: form.control, name: ["source", "waits"] });
  return <p role="status">{describeSpan(source === "own" ? waits.map(secondsOf) : defaultSchedule)}</p>;
}
