"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { showProblem } from "#lib/client/form-errors.ts";
import { useCreateInvitation } from "#lib/client/invitations.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { createInvitationBody } from "#lib/contracts/invitations.ts";
import { type Role, roleMeanings, roles } from "#lib/contracts/permissions.ts";
import { grantRefusal } from "./grantable.ts";
import type { InvitationWithLink } from "./invitation-link.tsx";

export interface InviteFormProps {
  onInvited: (invitation: InvitationWithLink) => void;
  onCancel: () => void;
}

const emptyInvitation: { email: string; role: Role } = { email: "", role: "viewer" };

export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { role: own } = useTenant();
  const create = useCreateInvitation();
  const form = useForm({
    defaultValues: emptyInvitation,
    resolver: zodResolver(createInvitationBody, { error: sentenceOf }),
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) =>
    create.mutateAsync({ body }).then(onInvited, (error: unknown) => showProblem(form, error)),
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormProblem message={errors.root?.message} />
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="off" placeholder="ada@example.com" {...form.register("email")} />
      </Field>
      <Fieldset legend="Role">
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <RadioGroup
              label="Role"
              look="cards"
              value={field.value}
              onValueChange={field.onChange}
              options={roles.map((role) => ({
                value: role,
                label: <span className="capitalize">{role}</span>,
                hint: grantRefusal(own, role) ?? roleMeanings[role],
                disabled: grantRefusal(own, role) !== undefined,
              }))}
            />
          )}
        />
      </Fieldset>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Send invitation
        </Button>
      </DialogActions>
    </form>
  );
}
