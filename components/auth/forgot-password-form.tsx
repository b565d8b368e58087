"use client";

import { useState } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { requestResetBody } from "#lib/contracts/account.ts";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

export function ForgotPasswordForm() {
  const [askedFor, setAskedFor] = useState<string>();
  const { form, errors, submit, isBusy } = useStepForm("request-reset", {
    schema: requestResetBody,
    onDone: ({ email }) => setAskedFor(email),
  });
  if (askedFor !== undefined)
    return (
      <Callout live tone="good" title="Look into your mailbox">
        If there is an account for {askedFor}, a link to set a new password is on its way. It works once, for
        an hour.
      </Callout>
    );
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="No link was sent"
      submitLabel="Send me a link"
      isBusy={isBusy}
    >
      <Field label="E-mail" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          autoFocus
          placeholder="you@company.com"
          {...form.register("email")}
        />
      </Field>
    </StepForm>
  );
}
