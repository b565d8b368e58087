"use client";

import { useEffect, useRef } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { type SignUp, signUpBody } from "#lib/contracts/account.ts";
import { suggestTenantName } from "#lib/contracts/tenant-name.ts";
import { PasswordField } from "./password-field.tsx";
import { PasswordStrength } from "./password-strength.tsx";
import { StepForm } from "./step-form.tsx";
import { useStepForm } from "./use-step-form.ts";

export function SignUpForm() {
  const { form, errors, submit, isBusy } = useStepForm("sign-up", { schema: signUpBody });
  const password = useWatch({ control: form.control, name: "password" });
  useSuggestedTenantName(form);
  return (
    <StepForm
      onSubmit={submit}
      problem={errors.root?.message}
      problemTitle="Your account was not created"
      submitLabel="Create account"
      isBusy={isBusy}
    >
      <Field label="Your name" error={errors.name?.message}>
        <Input autoComplete="name" autoFocus placeholder="Ada Lovelace" {...form.register("name")} />
      </Field>
      <Field label="Work e-mail" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          placeholder="ada@company.com"
          {...form.register("email")}
        />
      </Field>
      <PasswordField
        kind="new"
        error={errors.password?.message}
        control={form.register("password")}
        hint={<PasswordStrength password={password} />}
      />
      <Field
        label="Tenant"
        error={errors.tenantName?.message}
        hint="Your company or product: the space that holds your endpoints and events."
      >
        <Input autoComplete="organization" placeholder="Company" {...form.register("tenantName")} />
      </Field>
    </StepForm>
  );
}

/** Fills in the tenant's name from the address and the name, until the person writes one of their own. */
function useSuggestedTenantName(form: UseFormReturn<SignUp>): void {
  const { control, getValues, setValue, clearErrors } = form;
  const [name = "", email = ""] = useWatch({ control, name: ["name", "email"] });
  const suggestion = suggestTenantName({ name, email });
  const filledIn = useRef("");
  useEffect(() => {
    if ((getValues("tenantName") ?? "") !== filledIn.current) return;
    setValue("tenantName", suggestion);
    if (suggestion !== "") clearErrors("tenantName");
    filledIn.current = suggestion;
  }, [getValues, setValue, clearErrors, suggestion]);
}
