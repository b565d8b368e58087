"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useCreateApplication } from "#lib/client/applications.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { ApplicationFields } from "./form/application-fields.tsx";
import { fieldOf, resolveApplication } from "./form/resolve.ts";
import { emptyApplication, toBody } from "./form/values.ts";

export function CreateApplication() {
  const { reason } = usePermission("applications:write");
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button variant="primary" icon={<Plus />} disabledReason={reason}>
      New application
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title="New application"
      description="A party that receives webhooks from you, typically one customer."
    >
      <CreateForm onCancel={() => setOpen(false)} />
    </Dialog>
  );
}

function CreateForm({ onCancel }: { onCancel: () => void }) {
  const { slug } = useTenant();
  const router = useRouter();
  const create = useCreateApplication();
  const form = useForm({ defaultValues: emptyApplication, resolver: resolveApplication });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      const { id, name } = await create.mutateAsync({ body: toBody(values) });
      toast.success(`${name} created`);
      router.push(`/${slug}/applications/${id}`);
    } catch (error) {
      showProblem(form, error, (path) => fieldOf(path.split("."), values));
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormProblem message={errors.root?.message} />
      <ApplicationFields
        control={form.control}
        register={form.register}
        errors={errors}
        disabled={false}
        isNew
      />
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
          Create application
        </Button>
      </DialogActions>
    </form>
  );
}
