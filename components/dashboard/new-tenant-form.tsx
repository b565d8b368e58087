"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { goTo, takeStep } from "#lib/client/account.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { type NewTenant, newTenantBody } from "#lib/contracts/account.ts";

export function NewTenantForm() {
  const form = useForm<NewTenant>({ defaultValues: { name: "" }, resolver: zodResolver(newTenantBody) });
  const [isLeaving, setLeaving] = useState(false);
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      const { redirectTo } = await takeStep("tenants", values);
      setLeaving(true);
      goTo(redirectTo);
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.root?.message ? (
        <Callout live tone="danger" title="The tenant was not created">
          {errors.root.message}
        </Callout>
      ) : null}
      <Field
        label="Name"
        error={errors.name?.message}
        hint="Your company, or an environment such as Acme staging. You can change it later."
      >
        <Input autoFocus autoComplete="organization" placeholder="Acme" {...form.register("name")} />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={isSubmitting || isLeaving}>
        Create tenant
      </Button>
    </form>
  );
}
