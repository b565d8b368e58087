"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

export interface NewTenantFormProps {
  action: (
    previous: { name: string; fault?: string },
    form: FormData,
  ) => Promise<{ name: string; fault?: string }>;
}

export function NewTenantForm({ action }: NewTenantFormProps) {
  const [state, submit, isPending] = useActionState(action, { name: "" });
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <Field
        label="Name"
        error={state.fault}
        hint="Your company, or an environment such as Acme staging. You can change it later."
      >
        <Input
          name="name"
          key={state.name}
          defaultValue={state.name}
          autoFocus
          autoComplete="organization"
          placeholder="Acme"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={isPending}>
        Create tenant
      </Button>
    </form>
  );
}
