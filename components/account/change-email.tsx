"use client";

import { useState } from "react";
import { useStepForm } from "#components/auth/use-step-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog, DialogClose, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { changeEmailBody } from "#lib/contracts/account.ts";
import { ProofFields } from "./proof-fields.tsx";
import type { ProofKind } from "./proof-kind.ts";

export interface ChangeEmailProps {
  canMail: boolean;
  proof: ProofKind;
  /** Called with the new address once its link is on its way. */
  onAsked: (email: string) => void;
}

export function ChangeEmail({ canMail, proof, onAsked }: ChangeEmailProps) {
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button disabledReason={canMail ? undefined : "This Posthorn sends no e-mail: set SMTP_URL first"}>
      Change…
    </Button>
  );
  if (!canMail) return trigger;
  const asked = (email: string) => {
    setOpen(false);
    onAsked(email);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Change your e-mail address"
      size="sm"
    >
      <ChangeForm proof={proof} onAsked={asked} />
    </Dialog>
  );
}

function ChangeForm({ proof, onAsked }: Omit<ChangeEmailProps, "canMail">) {
  const { form, errors, submit, isBusy } = useStepForm("email", {
    schema: changeEmailBody,
    onDone: ({ email }) => onAsked(email.trim().toLowerCase()),
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="-mx-5 -mb-4">
      <div className="flex flex-col gap-5 px-5 pb-4">
        {errors.root?.message ? (
          <Callout live tone="danger" title="Your address stays as it is">
            {errors.root.message}
          </Callout>
        ) : null}
        <Field
          label="New address"
          error={errors.email?.message}
          hint="We send a link there. The address changes when you follow it."
        >
          <Input
            type="email"
            autoComplete="email"
            placeholder="you@company.com"
            {...form.register("email")}
          />
        </Field>
        <ProofFields kind={proof} register={form.register} errors={errors} />
      </div>
      <DialogFooter>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={isBusy}>
          Send link
        </Button>
      </DialogFooter>
    </form>
  );
}
