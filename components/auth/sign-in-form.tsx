"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { signInBody } from "#lib/contracts/account.ts";
import { PasswordField } from "./password-field.tsx";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

export interface SignInFormProps {
  callbackUrl: string;
  /** Filled in already, for whoever comes from an invitation. */
  email?: string | undefined;
}

export function SignInForm({ callbackUrl, email }: SignInFormProps) {
  const { form, errors, submit, isBusy } = useStepForm("sign-in", {
    schema: signInBody,
    ...(email ? { defaultValues: { email } } : {}),
    extra: { callbackUrl },
  });
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="You are not signed in"
      submitLabel="Sign in"
      isBusy={isBusy}
    >
      <Field label="E-mail" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          autoFocus={!email}
          placeholder="you@company.com"
          {...form.register("email")}
        />
      </Field>
      <PasswordField
        kind="current"
        autoFocus={Boolean(email)}
        error={errors.password?.message}
        control={form.register("password")}
      />
    </StepForm>
  );
}
