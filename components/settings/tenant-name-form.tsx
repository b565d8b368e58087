"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { useUpdateTenant } from "#lib/client/me.ts";
import { usePermission } from "#lib/client/permission.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { type Tenant, updateTenant } from "#lib/contracts/me.ts";

const nameOnly = updateTenant.body.pick({ name: true }).required();

export function TenantNameForm({ tenant }: { tenant: Tenant }) {
  const router = useRouter();
  const { reason } = usePermission("tenant:manage");
  const update = useUpdateTenant();
  const form = useForm({
    values: { name: tenant.name },
    resetOptions: { keepDirtyValues: true },
    resolver: zodResolver(nameOnly, { error: sentenceOf }),
  });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    try {
      const { name } = await update.mutateAsync({ body });
      form.reset({ name });
      toast.success("Saved");
      // The sidebar is drawn on the server.
      router.refresh();
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardHeader title="Tenant" />
        <CardBody className="flex flex-col gap-4">
          <FormProblem message={errors.root?.message} />
          <Field label="Name" error={errors.name?.message} disabled={reason !== undefined}>
            <Input autoComplete="off" className="sm:max-w-96" {...form.register("name")} />
          </Field>
        </CardBody>
        <CardFooter>
          The address stays as it is.
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save name
          </SaveButton>
        </CardFooter>
        <UnsavedChanges when={isDirty} />
      </form>
    </Card>
  );
}
