"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { CardBody, CardFooter } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { changeNameBody } from "#lib/contracts/account.ts";
import { useStepForm } from "./use-step-form.ts";

export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const { form, errors, submit, isBusy } = useStepForm("name", {
    schema: changeNameBody,
    defaultValues: { name },
    onDone: (values) => {
      form.reset(values);
      toast.success("Name saved");
      router.refresh();
    },
  });
  return (
    <form method="post" onSubmit={submit} noValidate>
      <CardBody className="flex flex-col gap-5">
        <Field label="Name" error={errors.name?.message ?? errors.root?.message}>
          <Input autoComplete="name" {...form.register("name")} />
        </Field>
      </CardBody>
      <CardFooter>
        <span>Shown to your teammates.</span>
        <Button type="submit" variant="primary" loading={isBusy} disabled={!form.formState.isDirty}>
          Save name
        </Button>
      </CardFooter>
    </form>
  );
}
