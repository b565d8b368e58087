"use client";

import { confirmEmailBody } from "#lib/contracts/account.ts";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

const nothing = confirmEmailBody.omit({ token: true });

/** One press: opening the page alone proves nothing, since mail scanners open links too. */
export function ConfirmEmailForm({ token }: { token: string }) {
  const { errors, submit, isBusy } = useStepForm("confirm-email", { schema: nothing, extra: { token } });
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="Your address is not confirmed"
      submitLabel="Confirm address"
      isBusy={isBusy}
    >
      {null}
    </StepForm>
  );
}
