"use client";

import { acceptInvitationBody } from "#lib/contracts/account.ts";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

const nothing = acceptInvitationBody.omit({ token: true });

/** One press for whoever is signed in with the invited address. */
export function AcceptForm({ token }: { token: string }) {
  const { errors, submit, isBusy } = useStepForm("accept-invitation", { schema: nothing, extra: { token } });
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="You have not joined yet"
      submitLabel="Accept and join"
      isBusy={isBusy}
    >
      {null}
    </StepForm>
  );
}
