"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useUpdatePortalSettings } from "#lib/client/portal.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import type { PortalSettings } from "#lib/contracts/portal-settings.ts";
import { LogoField } from "./logo-field.tsx";

const brand = z.object({
  name: z.string().trim().max(100),
  accentColor: z.string().regex(/^(#[0-9a-f]{6})?$/i, "must be a colour such as #8a5a00"),
  logo: z.string().nullable(),
});
type Brand = z.infer<typeof brand>;

export function BrandForm({ settings }: { settings: PortalSettings }) {
  const { name } = useTenant();
  const { reason } = usePermission("tenant:manage");
  const update = useUpdatePortalSettings();
  const form = useForm({
    values: valuesOf(settings),
    resetOptions: { keepDirtyValues: true },
    resolver: zodResolver(brand, { error: sentenceOf }),
  });
  const { errors, isDirty } = form.formState;
  const disabled = reason !== undefined;
  const submit = form.handleSubmit(async (given) => {
    const body = { name: given.name || null, accentColor: given.accentColor || null, logo: given.logo };
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
        <CardHeader title="Looks" description="What the people who open a portal link see." />
        <CardBody className="flex flex-col gap-5">
          <FormProblem message={errors.root?.message} />
          <Field label="Name in the portal" error={errors.name?.message} disabled={disabled} optional>
            <Input autoComplete="off" placeholder={name} className="sm:max-w-96" {...form.register("name")} />
          </Field>
          <Field
            label="Accent colour"
            hint="Darkened or lightened where text in it could not be read."
            error={errors.accentColor?.message}
            disabled={disabled}
            optional
          >
            <Input
              autoComplete="off"
              spellCheck={false}
              placeholder="#8a5a00"
              className="font-mono sm:max-w-40"
              {...form.register("accentColor")}
            />
          </Field>
          <LogoField control={form.control} disabled={disabled} />
        </CardBody>
        <CardFooter className="justify-end">
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save looks
          </SaveButton>
        </CardFooter>
        <UnsavedChanges when={isDirty} />
      </form>
    </Card>
  );
}

function valuesOf({ name, accentColor, logo }: PortalSettings): Brand {
  return { name: name ?? "", accentColor: accentColor ?? "", logo };
}
