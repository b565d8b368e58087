"use client";

import { useWatch } from "react-hook-form";
import { resetPasswordBody } from "#lib/contracts/account.ts";
import { PasswordField } from "./password-field.tsx";
import { PasswordStrength } from "./password-strength.tsx";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

const schema = resetPasswordBody.omit({ token: true });

export function ResetPasswordForm({ token, email }: { token: string; email: string }) {
  const { form, errors, submit, isBusy } = useStepForm("reset-password", { schema, extra: { token } });
  const newPassword = useWatch({ control: form.control, name: "newPassword" });
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="Your password was not changed"
      submitLabel="Set password and sign in"
      isBusy={isBusy}
    >
      {/* Password managers file the new password under this. */}
      <input type="email" autoComplete="username" readOnly hidden value={email} />
      <PasswordField
        label="New password"
        kind="new"
        autoFocus
        error={errors.newPassword?.message}
        control={form.register("newPassword")}
        hint={<PasswordStrength password={newPassword} />}
      />
    </StepForm>
  );
}
