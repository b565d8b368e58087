"use client";

import { useWatch } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { joinBody } from "#lib/contracts/account.ts";
import { PasswordField } from "./password-field.tsx";
import { PasswordStrength } from "./password-strength.tsx";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

const schema = joinBody.omit({ token: true });

export interface JoinFormProps {
  token: string;
  email: string;
}

/** Somebody new makes their account right at the invitation. */
export function JoinForm({ token, email }: JoinFormProps) {
  const { form, errors, submit, isBusy } = useStepForm("join", { schema, extra: { token } });
  const password = useWatch({ control: form.control, name: "password" });
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="You have not joined yet"
      submitLabel="Create account and join"
      isBusy={isBusy}
    >
      <Field label="E-mail">
        <Input type="email" autoComplete="username" readOnly value={email} className="text-muted" />
      </Field>
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" autoFocus placeholder="Ada Lovelace" {...form.register("name")} />
      </Field>
      <PasswordField
        kind="new"
        error={errors.password?.message}
        control={form.register("password")}
        hint={<PasswordStrength password={password} />}
      />
    </StepForm>
  );
}
