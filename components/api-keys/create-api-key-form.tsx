"use client";

import { type UseFormReturn, useController, useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useCreateApiKey } from "#lib/client/api-keys.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { type Scope, scopes } from "#lib/contracts/permissions.ts";
import type { NewKey } from "./created-api-key.tsx";
import { emptyKey, type KeyValues, lifetimes, resolveKey, toBody } from "./key-values.ts";
import { scopeMeanings } from "./scope-meanings.ts";

export interface CreateApiKeyFormProps {
  onCreated: (key: NewKey) => void;
  onCancel: () => void;
}

export function CreateApiKeyForm({ onCreated, onCancel }: CreateApiKeyFormProps) {
  const create = useCreateApiKey();
  const form = useForm<KeyValues>({ defaultValues: emptyKey, resolver: resolveKey });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) =>
    create
      .mutateAsync({ body: toBody(values, new Date()) })
      .then(onCreated, (error: unknown) => showProblem(form, error)),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormProblem message={errors.root?.message} />
      <Field
        label="Name"
        hint="Where the key is used, to know what breaks when you revoke it."
        error={errors.name?.message}
      >
        <Input autoComplete="off" placeholder="Billing service, production" {...form.register("name")} />
      </Field>
      <ScopesField form={form} />
      <LifetimeField form={form} />
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Create key
        </Button>
      </DialogActions>
    </form>
  );
}

type FormProps = { form: UseFormReturn<KeyValues> };

function ScopesField({ form }: FormProps) {
  const { field, fieldState } = useController({ control: form.control, name: "scopes" });
  const toggle = (scope: Scope) => {
    const chosen = field.value.includes(scope)
      ? field.value.filter((other) => other !== scope)
      : [...field.value, scope];
    field.onChange(scopes.filter((known) => chosen.includes(known)));
  };
  return (
    <Fieldset legend="Scopes">
      {scopes.map((scope) => (
        <Checkbox
          key={scope}
          checked={field.value.includes(scope)}
          onCheckedChange={() => toggle(scope)}
          label={<span className="font-mono text-sm">{scope}</span>}
          hint={scopeMeanings[scope]}
        />
      ))}
      <p role="alert" className="text-failed text-sm empty:hidden">
        {fieldState.error?.message}
      </p>
    </Fieldset>
  );
}

function LifetimeField({ form }: FormProps) {
  const { field } = useController({ control: form.control, name: "lifetime" });
  return (
    <Field label="Expires" error={form.formState.errors.lifetime?.message}>
      <Select options={lifetimes} value={field.value} onValueChange={field.onChange} />
    </Field>
  );
}
