"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useUpdateApiKey } from "#lib/client/api-keys.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { updateApiKey } from "#lib/contracts/api-keys.ts";
import type { ApiKeyDialogProps } from "./revoke-api-key.tsx";

export function RenameApiKey({ apiKey, ...dialog }: ApiKeyDialogProps) {
  return (
    <Dialog {...dialog} title="Rename key" size="sm">
      <RenameForm apiKey={apiKey} close={() => dialog.onOpenChange(false)} />
    </Dialog>
  );
}

function RenameForm({ apiKey, close }: { apiKey: ApiKeyDialogProps["apiKey"]; close: () => void }) {
  const update = useUpdateApiKey();
  const form = useForm({
    defaultValues: { name: apiKey.name },
    resolver: zodResolver(updateApiKey.body, { error: sentenceOf }),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) =>
    update
      .mutateAsync({ params: { id: apiKey.id }, body })
      .then(close, (error: unknown) => showProblem(form, error)),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormProblem message={errors.root?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" loading={update.isPending}>
          Rename
        </Button>
      </DialogActions>
    </form>
  );
}
