"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { showProblem } from "#lib/client/form-errors.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { viewName } from "#lib/contracts/views.ts";

export type ViewValues = { name: string; isShared: boolean };

export interface ViewFormProps {
  initial: ViewValues;
  submitLabel: string;
  /** Whether the person may say who sees it: only its owner may. */
  canShare?: boolean;
  onSubmit: (values: ViewValues) => Promise<unknown>;
  close: () => void;
}

const values = z.object({ name: viewName, isShared: z.boolean() });

export function ViewForm({ initial, submitLabel, canShare = true, onSubmit, close }: ViewFormProps) {
  const form = useForm<ViewValues>({
    defaultValues: initial,
    resolver: zodResolver(values, { error: sentenceOf }),
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((given) =>
    onSubmit(given).then(close, (error: unknown) => showProblem(form, error)),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input autoComplete="off" placeholder="Failed today" {...form.register("name")} />
      </Field>
      {canShare ? (
        <Controller
          control={form.control}
          name="isShared"
          render={({ field }) => (
            <Fieldset legend="Who sees it">
              <RadioGroup
                label="Who sees it"
                options={audiences}
                value={field.value ? "everyone" : "me"}
                onValueChange={(audience) => field.onChange(audience === "everyone")}
              />
            </Fieldset>
          )}
        />
      ) : null}
      <div className="flex flex-wrap justify-end gap-2 max-sm:flex-col-reverse">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" loading={isSubmitting}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

const audiences = [
  { value: "me", label: "Only you" },
  { value: "everyone", label: "Everyone", hint: "All members of this tenant" },
] as const;
